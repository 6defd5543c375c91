namespace Dowel.Migrations;

/// <summary>The convention of sqlx: numbered files, alone or in pairs, of which some begin with <c>-- no-transaction</c>.</summary>
internal sealed class SqlxLayout : Layout
{
    /// <inheritdoc/>
    public override string Name => LayoutNames.Sqlx;

    /// <inheritdoc/>
    public override string Patterns => "20261121093000_description.sql, or .up.sql and .down.sql, '-- no-transaction' in its first line";

    /// <inheritdoc/>
    public override ToolMark Mark => ToolMark.Sqlx;

    /// <inheritdoc/>
    public override bool UndoNeedsVersion => true;

    /// <inheritdoc/>
    public override bool TryRead(ScriptFileName file, out ScriptName name)
    {
        var isRead = NumberedName.TryReadWhole(file.Stem, out name);
        name = name with { Kind = file.Direction == "down" ? ScriptKind.Undo : ScriptKind.Versioned };
        return isRead;
    }

    /// <inheritdoc/>
    public override string Suggest(ScriptFileName file) => NumberedName.Suggest(file, "20260101000000");

    /// <inheritdoc/>
    public override IReadOnlyList<ScriptSection> Cut(NamedText file, List<DowelError> errors) =>
    [
        ScriptSection.Whole(file) with
        {
            Asked = ScriptDirectives.None with { WithoutTransaction = Mark.FindIn(file.Text) == 0 },
        },
    ];
}
