namespace Dowel.Migrations;

/// <summary>sqlx: a row for each version with SHA-384 of the file, and whether it came to its end.</summary>
internal sealed class SqlxTool : MigrationTool
{
    private const long NanosecondsInTick = 100;

    /// <inheritdoc/>
    public override string Name => "sqlx";

    /// <inheritdoc/>
    public override string Title => "sqlx";

    /// <inheritdoc/>
    public override string OrderColumn => "version";

    /// <inheritdoc/>
    public override string WayOutOfFailure =>
        "Take its work back by hand and delete its row, or finish the work and set success to true; then run 'dowel adopt' again.";

    /// <inheritdoc/>
    protected override IReadOnlyList<ColumnRule> Columns { get; } =
    [
        new("version", Number), new("description", Text), new("installedon", Time), new("success", Flag),
        new("checksum", ColumnKinds.Bytes), new("executiontime", Number),
    ];

    /// <inheritdoc/>
    public override bool IsUnchanged(Script script, ForeignEntry entry) =>
        string.IsNullOrEmpty(entry.Checksum) || ForeignChecksum.IsSha384(script.FileText, entry.Checksum);

    /// <inheritdoc/>
    protected override IEnumerable<ForeignEntry> Read(IReadOnlyList<ForeignRow> rows, List<string> failed)
    {
        failed.AddRange(rows.Where(row => !row.IsSet("success")).Select(NameOf));
        return rows.Where(row => row.IsSet("success")).Select(row => new ForeignEntry(ForeignEntryKind.Script, NameOf(row))
        {
            Version = row.Version("version"),
            Description = row["description"],
            Checksum = row["checksum"],
            AppliedAt = row.Time("installedon"),
            Elapsed = row.Number("executiontime") is >= 0 and var elapsed ? TimeSpan.FromTicks(elapsed / NanosecondsInTick) : null,
        });
    }

    private static string NameOf(ForeignRow row) => $"version {row["version"]}";
}
