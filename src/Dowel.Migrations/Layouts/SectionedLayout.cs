namespace Dowel.Migrations;

/// <summary>A layout whose files hold the way up and the way down, parted by comments.</summary>
internal abstract class SectionedLayout : Layout
{
    /// <summary>The comment that begins the way up.</summary>
    public abstract string UpMark { get; }

    /// <summary>The comment that begins the way down.</summary>
    public abstract string DownMark { get; }

    /// <summary>All comments that mean something, for messages.</summary>
    public abstract string Marks { get; }

    /// <summary>Reads a line that is a comment.</summary>
    /// <param name="line">The line without blanks at its end.</param>
    /// <returns>Null where it is a comment like any other.</returns>
    public abstract SectionMark? ReadMark(string line);

    /// <summary>Cuts a file into its sections; a way down without a statement is none.</summary>
    public override IReadOnlyList<ScriptSection> Cut(NamedText file, List<DowelError> errors) =>
    [
        .. new SectionCutter(file, this, errors).Cut()
            .Where(section => section.Kind != ScriptKind.Undo || ScriptSection.HasCode(section.Text)),
    ];
}
