namespace Dowel.Migrations;

/// <summary>diesel: a row for each version, whose dashes are dropped.</summary>
internal sealed class DieselTool : MigrationTool
{
    /// <inheritdoc/>
    public override string Name => "diesel";

    /// <inheritdoc/>
    public override string Title => "diesel";

    /// <inheritdoc/>
    public override string OrderColumn => "version";

    /// <inheritdoc/>
    protected override IReadOnlyList<ColumnRule> Columns { get; } = [new("version", Text), new("runon", Time)];

    /// <inheritdoc/>
    protected override IEnumerable<ForeignEntry> Read(IReadOnlyList<ForeignRow> rows, List<string> failed) =>
        rows.Select(row => new ForeignEntry(ForeignEntryKind.Script, $"version {row["version"]}")
        {
            Version = row.Version("version"),
            AppliedAt = row.Time("runon"),
        });
}
