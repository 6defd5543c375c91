namespace Dowel.Migrations;

/// <summary>DbUp: names of scripts, without checksums; for embedded ones the resource's whole name.</summary>
internal sealed class DbUpTool : MigrationTool
{
    /// <inheritdoc/>
    public override string Name => "dbup";

    /// <inheritdoc/>
    public override string Title => "DbUp";

    /// <inheritdoc/>
    public override string OrderColumn => "applied";

    /// <inheritdoc/>
    protected override IReadOnlyList<ColumnRule> Columns { get; } =
    [
        new("schemaversionsid", Number, IsOptional: true), new("schemaversionid", Number, IsOptional: true), new("id", Number, IsOptional: true),
        new("scriptname", Text), new("applied", Time),
    ];

    /// <inheritdoc/>
    public override Script? Find(ForeignEntry entry, IReadOnlyList<Script> scripts) => ScriptPath.Find(entry.Name, scripts);

    /// <inheritdoc/>
    protected override IEnumerable<ForeignEntry> Read(IReadOnlyList<ForeignRow> rows, List<string> failed) =>
        Last(rows, row => row["scriptname"]).Select(row => new ForeignEntry(ForeignEntryKind.Script, row["scriptname"] ?? "")
        {
            AppliedAt = row.Time("applied"),
        });
}
