namespace Dowel.Migrations;

/// <summary>golang-migrate: one row with the version that the database is at, and whether the last script failed.</summary>
internal sealed class GolangMigrateTool : MigrationTool
{
    /// <inheritdoc/>
    public override string Name => "golang-migrate";

    /// <inheritdoc/>
    public override string Title => "golang-migrate";

    /// <inheritdoc/>
    public override string OrderColumn => "version";

    /// <inheritdoc/>
    public override string WayOutOfFailure =>
        "Finish its work or take it back by hand, say so with 'migrate force' and the version that the database is at then, and run 'dowel adopt' again.";

    /// <inheritdoc/>
    protected override IReadOnlyList<ColumnRule> Columns { get; } = [new("version", Number), new("dirty", Flag)];

    /// <inheritdoc/>
    protected override IEnumerable<ForeignEntry> Read(IReadOnlyList<ForeignRow> rows, List<string> failed)
    {
        foreach (var row in rows.TakeLast(1))
        {
            var name = row["version"] ?? "";
            if (row.IsSet("dirty"))
            {
                failed.Add($"version {name}");
            }
            else if (row.Version("version") is { } version)
            {
                yield return new(ForeignEntryKind.Through, $"version {name}") { Version = version };
                yield return new(ForeignEntryKind.Script, $"version {name}") { Version = version };
            }
        }
    }
}
