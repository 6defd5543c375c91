namespace Dowel.Migrations;

/// <summary>grate: a row for each run of each script, with its checksum behind its tokens; what runs again and again is kept apart by a flag.</summary>
internal sealed class GrateTool : MigrationTool
{
    private const string OwnPrefix = "Grate";
    private const string Token = "{{";

    /// <inheritdoc/>
    public override string Name => "grate";

    /// <inheritdoc/>
    public override string Title => "grate";

    /// <inheritdoc/>
    public override string OrderColumn => "id";

    /// <inheritdoc/>
    public override string? OwnSchema => "grate";

    /// <inheritdoc/>
    protected override IReadOnlyList<ColumnRule> Columns { get; } =
    [
        new("id", Number), new("versionid", Number), new("scriptname", Text), new("textofscript", Text), new("texthash", Text),
        new("onetimescript", Flag), new("entrydate", Time), new("modifieddate", Time), new("enteredby", Text),
    ];

    /// <inheritdoc/>
    /// <remarks>grate keeps the making of its own tables in a table of the same shape.</remarks>
    public override bool Recognises(TableShape table) => base.Recognises(table)
        && !table.Name.Split('_')[^1].StartsWith(OwnPrefix, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override Script? Find(ForeignEntry entry, IReadOnlyList<Script> scripts) => ScriptPath.Find(entry.Name, scripts);

    /// <inheritdoc/>
    public override bool IsUnchanged(Script script, ForeignEntry entry) => string.IsNullOrEmpty(entry.Checksum)
        || script.FileText.Contains(Token, StringComparison.Ordinal)
        || ForeignChecksum.Md5OfQuoted(script.FileText) == entry.Checksum;

    /// <inheritdoc/>
    protected override IEnumerable<ForeignEntry> Read(IReadOnlyList<ForeignRow> rows, List<string> failed) =>
        Last(rows, row => row["scriptname"]).Select(row => new ForeignEntry(
            row.IsSet("onetimescript") ? ForeignEntryKind.Script : ForeignEntryKind.Repeatable, row["scriptname"] ?? "")
        {
            Checksum = row["texthash"],
            AppliedAt = row.Time("entrydate"),
        });
}
