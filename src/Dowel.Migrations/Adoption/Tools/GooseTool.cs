namespace Dowel.Migrations;

/// <summary>goose: a row for each version, beginning with 0 for the table itself; older releases add a row for what was taken back.</summary>
internal sealed class GooseTool : MigrationTool
{
    private const string TableItself = "0";

    /// <inheritdoc/>
    public override string Name => "goose";

    /// <inheritdoc/>
    public override string Title => "goose";

    /// <inheritdoc/>
    public override string OrderColumn => "id";

    /// <inheritdoc/>
    protected override IReadOnlyList<ColumnRule> Columns { get; } =
        [new("id", Number), new("versionid", Number), new("isapplied", Flag), new("tstamp", Time)];

    /// <inheritdoc/>
    protected override IEnumerable<ForeignEntry> Read(IReadOnlyList<ForeignRow> rows, List<string> failed) =>
        Last(rows, row => row["versionid"])
            .Where(row => row.IsSet("isapplied") && row["versionid"] != TableItself)
            .Select(row => new ForeignEntry(ForeignEntryKind.Script, $"version {row["versionid"]}")
            {
                Version = row.Version("versionid"),
                AppliedAt = row.Time("tstamp"),
            });
}
