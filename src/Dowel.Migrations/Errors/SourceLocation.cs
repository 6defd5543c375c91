namespace Dowel.Migrations;

/// <summary>A place in a script file.</summary>
/// <param name="File">The path as it was given, or the resource's name.</param>
/// <param name="Line">The line, from 1; null for the file as a whole.</param>
/// <param name="Column">The column in Unicode code points, from 1; null for the line as a whole.</param>
public readonly record struct SourceLocation(string File, int? Line = null, int? Column = null)
{
    /// <summary>The place as <c>file:line:column</c>, as far as it is known.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (null, _) => File,
        (_, null) => $"{File}:{Line}",
        _ => $"{File}:{Line}:{Column}",
    };
}
