namespace Dowel.Migrations;

/// <summary>Evolve: a row for each run of each script, failed ones included, and for schemas that it made.</summary>
internal sealed class EvolveTool : MigrationTool
{
    private const string Migration = "0";
    private const string StartVersion = "3";
    private const string RepeatableMigration = "4";

    /// <inheritdoc/>
    public override string Name => "evolve";

    /// <inheritdoc/>
    public override string Title => "Evolve";

    /// <inheritdoc/>
    public override string OrderColumn => "id";

    /// <inheritdoc/>
    public override string WayOutOfFailure =>
        "Mend the script and let Evolve run it to its end, or take its work back and delete its row; then run 'dowel adopt' again.";

    /// <inheritdoc/>
    protected override IReadOnlyList<ColumnRule> Columns { get; } =
    [
        new("id", Number), new("type", Number), new("version", Text), new("description", Text), new("name", Text),
        new("checksum", Text), new("installedby", Text), new("installedon", Time), new("success", Flag),
    ];

    /// <inheritdoc/>
    public override bool IsUnchanged(Script script, ForeignEntry entry) =>
        string.IsNullOrEmpty(entry.Checksum) || ForeignChecksum.IsMd5(script.FileText, entry.Checksum);

    /// <inheritdoc/>
    protected override IEnumerable<ForeignEntry> Read(IReadOnlyList<ForeignRow> rows, List<string> failed)
    {
        var scripts = rows.Where(row => row["type"] is Migration or StartVersion or RepeatableMigration);
        foreach (var row in Last(scripts, row => $"{row["type"]} {row["version"] ?? row["name"]}"))
        {
            if (!row.IsSet("success"))
            {
                failed.Add(row["name"] ?? "");
                continue;
            }

            yield return new(KindOf(row["type"]), row["name"] ?? "")
            {
                Version = row.Version("version"),
                Description = row["description"],
                Checksum = row["checksum"],
                AppliedAt = row.Time("installedon"),
            };
        }
    }

    private static ForeignEntryKind KindOf(string? type) => type switch
    {
        StartVersion => ForeignEntryKind.Below,
        RepeatableMigration => ForeignEntryKind.Repeatable,
        _ => ForeignEntryKind.Script,
    };
}
