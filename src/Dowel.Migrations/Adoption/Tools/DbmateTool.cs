namespace Dowel.Migrations;

/// <summary>dbmate: a row for each version and nothing else, as Rails has it too.</summary>
internal sealed class DbmateTool : MigrationTool
{
    /// <inheritdoc/>
    public override string Name => "dbmate";

    /// <inheritdoc/>
    public override string Title => "dbmate";

    /// <inheritdoc/>
    public override string OrderColumn => "version";

    /// <inheritdoc/>
    protected override IReadOnlyList<ColumnRule> Columns { get; } = [new("version", Text)];

    /// <inheritdoc/>
    /// <remarks>An application may have a table of one column with that name; only if all it holds are numbers it is a history.</remarks>
    protected override IEnumerable<ForeignEntry> Read(IReadOnlyList<ForeignRow> rows, List<string> failed) =>
        rows.All(row => row["version"] is { Length: > 0 } text && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            ? rows.Select(row => new ForeignEntry(ForeignEntryKind.Script, $"version {row["version"]}") { Version = row.Version("version") })
            : [];
}
