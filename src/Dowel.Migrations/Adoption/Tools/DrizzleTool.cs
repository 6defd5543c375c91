using System.Runtime.CompilerServices;

namespace Dowel.Migrations;

/// <summary>Drizzle: SHA-256 of each file and the moment at which it was generated; newer releases add its name.</summary>
internal sealed class DrizzleTool : MigrationTool
{
    // The end of the year 9999.
    private const long MillisecondsMax = 253_402_300_799_999;

    // Every script may be asked for every entry, and is hashed once.
    private static readonly ConditionalWeakTable<Script, HashSet<string>> Hashes = [];

    /// <inheritdoc/>
    public override string Name => "drizzle";

    /// <inheritdoc/>
    public override string Title => "Drizzle";

    /// <inheritdoc/>
    public override string OrderColumn => "created_at";

    /// <inheritdoc/>
    public override string? OwnSchema => "drizzle";

    /// <inheritdoc/>
    public override string WhyMissing => "No script has its hash: it was edited since, or it is gone";

    /// <inheritdoc/>
    protected override IReadOnlyList<ColumnRule> Columns { get; } =
    [
        new("id", Number), new("hash", Text), new("createdat", Number), new("name", Text, IsOptional: true), new("appliedat", Time, IsOptional: true),
    ];

    /// <inheritdoc/>
    public override Script? Find(ForeignEntry entry, IReadOnlyList<Script> scripts) => scripts.FirstOrDefault(script =>
        script.Kind == ScriptKind.Versioned && Hashes.GetValue(script, one => ForeignChecksum.Sha256Of(one.FileText)).Contains(entry.Checksum ?? ""));

    /// <inheritdoc/>
    protected override IEnumerable<ForeignEntry> Read(IReadOnlyList<ForeignRow> rows, List<string> failed) =>
        rows.Select(row => new ForeignEntry(ForeignEntryKind.Script, NameOf(row))
        {
            Checksum = row["hash"],
            AppliedAt = row.Time("appliedat") ?? Generated(row),
        });

    private static string NameOf(ForeignRow row) =>
        row["name"] ?? (Generated(row) is { } time ? $"the file generated at {time:u}" : $"the file with the hash {row["hash"]}");

    private static DateTimeOffset? Generated(ForeignRow row) =>
        row.Number("createdat") is >= 0 and <= MillisecondsMax and var milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
}
