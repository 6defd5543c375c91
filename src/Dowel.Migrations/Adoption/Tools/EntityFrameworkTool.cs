namespace Dowel.Migrations;

/// <summary>EF Core: ids of migrations written in C#, a timestamp and a name each.</summary>
/// <remarks>They become one baseline from which scripts go on; a script that was exported under a migration's timestamp stands for it.</remarks>
internal sealed class EntityFrameworkTool : MigrationTool
{
    /// <inheritdoc/>
    public override string Name => "ef";

    /// <inheritdoc/>
    public override string Title => "EF Core";

    /// <inheritdoc/>
    public override string OrderColumn => "MigrationId";

    /// <inheritdoc/>
    protected override IReadOnlyList<ColumnRule> Columns { get; } = [new("migrationid", Text), new("productversion", Text)];

    /// <inheritdoc/>
    protected override IEnumerable<ForeignEntry> Read(IReadOnlyList<ForeignRow> rows, List<string> failed)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var id = rows[i]["migrationid"] ?? "";
            var sign = id.IndexOf('_', StringComparison.Ordinal);
            yield return new(i < rows.Count - 1 ? ForeignEntryKind.Covered : ForeignEntryKind.Baseline, id)
            {
                Version = MigrationVersion.TryParse(sign < 0 ? id : id[..sign], out var version) ? version : default(MigrationVersion),
                Description = sign < 0 ? id : id[(sign + 1)..],
            };
        }
    }
}
