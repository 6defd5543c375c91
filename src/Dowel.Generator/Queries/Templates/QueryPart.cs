namespace Dowel.Generator;

/// <summary>A part of a template.</summary>
/// <param name="Kind">What it becomes.</param>
/// <param name="Start">Where it begins in the template, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct QueryPart(QueryPartKind Kind, int Start, int Length)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;

    /// <summary>The parameter's name, or the word in braces; empty for other parts.</summary>
    public string Name { get; init; } = "";

    /// <summary>What follows the word in braces and a colon; empty where nothing does.</summary>
    public string Alias { get; init; } = "";

    /// <summary>Where the <c>@</c> of the parameter is: within a test against a list, elsewhere the part's start.</summary>
    public int At { get; init; } = Start;

    /// <summary>Whether the test is <c>not in</c>.</summary>
    public bool Negated { get; init; }

    /// <summary>Whether a name for the table in braces follows it.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Whether the table in braces is written to.</summary>
    public bool IsWritten { get; init; }

    /// <summary>What <see cref="QueryPartKind.Owned"/> becomes, given the owner's parameter.</summary>
    public Func<string, string>? Owned { get; init; }

    /// <summary>The optional fragment that it is in, counted from zero; -1 for none.</summary>
    public int Fragment { get; init; } = -1;
}
