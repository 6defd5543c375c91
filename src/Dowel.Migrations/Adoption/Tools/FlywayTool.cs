using System.Globalization;

namespace Dowel.Migrations;

/// <summary>Flyway: a row for each run of each script, undone and deleted ones included.</summary>
/// <remarks>Rows up to 4.0 have a <c>version_rank</c>. A checksum of a repeatable script is made behind its placeholders, so it may not be had again.</remarks>
internal sealed class FlywayTool : MigrationTool
{
    /// <inheritdoc/>
    public override string Name => "flyway";

    /// <inheritdoc/>
    public override string Title => "Flyway";

    /// <inheritdoc/>
    public override string OrderColumn => "installed_rank";

    /// <inheritdoc/>
    public override string WayOutOfFailure =>
        "Take back by hand what the script has left behind and run 'flyway repair', then run 'dowel adopt' again.";

    /// <inheritdoc/>
    protected override IReadOnlyList<ColumnRule> Columns { get; } =
    [
        new("versionrank", Number, IsOptional: true), new("installedrank", Number), new("version", Text), new("description", Text),
        new("type", Text), new("script", Text), new("checksum", Number), new("installedby", Text), new("installedon", Time),
        new("executiontime", Number), new("success", Flag),
    ];

    /// <inheritdoc/>
    public override bool IsUnchanged(Script script, ForeignEntry entry) => entry.Checksum is null
        || entry.Checksum == ForeignChecksum.CrcOfLines(script.FileText).ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override IEnumerable<ForeignEntry> Read(IReadOnlyList<ForeignRow> rows, List<string> failed)
    {
        // What was undone or deleted leaves its own row as the version's last.
        foreach (var row in Last(rows.Where(row => row["type"] != "SCHEMA"), row => row["version"] ?? $"R {row["description"]}"))
        {
            var type = row["type"] ?? "";
            if (!row.IsSet("success"))
            {
                failed.Add(row["script"] ?? "");
            }
            else if (!type.StartsWith("UNDO", StringComparison.Ordinal) && type != "DELETE")
            {
                foreach (var kind in KindsOf(type, row))
                {
                    yield return Entry(kind, row);
                }
            }
        }
    }

    private static ForeignEntryKind[] KindsOf(string type, ForeignRow row) => type switch
    {
        "BASELINE" => [ForeignEntryKind.Below, ForeignEntryKind.Baseline],
        "SQL_BASELINE" => [ForeignEntryKind.BaselineScript],
        "SQL" => [row["version"] is null ? ForeignEntryKind.Repeatable : ForeignEntryKind.Script],
        _ => [ForeignEntryKind.NoScript],
    };

    private static ForeignEntry Entry(ForeignEntryKind kind, ForeignRow row) => new(kind, row["script"] ?? "")
    {
        Version = row.Version("version"),
        Description = row["description"],
        Checksum = row["checksum"],
        AppliedAt = row.Time("installedon"),
        Elapsed = row.Number("executiontime") is { } elapsed ? TimeSpan.FromMilliseconds(elapsed) : null,
    };
}
