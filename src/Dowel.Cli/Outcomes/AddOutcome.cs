using System.Text.Json;
using System.Text.Json.Serialization;
using Dowel.Contracts;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>A migration that was written, or the news that none is needed.</summary>
internal sealed record AddOutcome : Outcome
{
    /// <summary>The folder of scripts; null where the command did not come to it.</summary>
    public string? Folder { get; init; }

    /// <summary>What the scripts were compared with.</summary>
    public string? Source { get; init; }

    /// <summary>What was written; empty where nothing is to be done, or a word is needed.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>What the migration does.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>The engines that it was planned for, and where there is something to do proven on.</summary>
    public IReadOnlyList<string> Engines { get; init; } = [];

    /// <summary>How many rows each proof kept.</summary>
    public int Rows { get; init; }

    /// <summary>Tables that no record is a row of, kept as they are.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Indexes, keys, rules, defaults and row security that no record says, kept as they are.</summary>
    public IReadOnlyList<UnsaidPart> Unsaid { get; init; } = [];

    /// <summary>What the migration asks of those who use the database meanwhile, an object for each engine; null where nothing was written.</summary>
    public JsonElement? Hazards => Found.Count == 0 ? null : JsonElement.Parse(JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var (engine, report) in Found)
        {
            json.WriteStartObject();
            json.WriteString("engine", engine);
            HazardJson.Write(json, report);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }));

    /// <summary>The same, as it was found.</summary>
    [JsonIgnore]
    public IReadOnlyList<(string Engine, HazardReport Report)> Found { get; init; } = [];

    /// <inheritdoc/>
    public override void Describe(IPage page)
    {
        if (Failure is not null)
        {
            return;
        }

        foreach (var line in Files.Concat(Changes.Select(change => $"  {change}")).Concat(Found.SelectMany(Lines)))
        {
            page.Line(line);
        }

        if (Kept.Count > 0)
        {
            page.Sentence($"Kept, since no record is a row of it: {string.Join(", ", Kept)} (--allow drop-table:NAME drops one)");
        }

        if (Unsaid.Where(part => part.IsCheck).Select(part => $"{part.Table}.{part.Name}").ToList() is { Count: > 0 } checks)
        {
            page.Sentence($"Kept, since no record says it: {Wording.Count(checks.Count, "check")}, {string.Join(", ", checks)} (--allow drop-constraint:NAME drops one)");
        }

        foreach (var part in Unsaid.Where(part => !part.IsCheck))
        {
            page.Sentence($"{part.Place}: no record says it; it stays. --allow {part.Word} drops it");
        }

        var engines = string.Join(" and ", Engines);
        page.Sentence(Files.Count == 0
            ? $"Nothing to do: the scripts make what {Source} wants on {engines}."
            : $"proven on {engines}: {Wording.Count(Rows, "row")} kept, nothing left to do");
    }

    private static IEnumerable<string> Lines((string Engine, HazardReport Report) found)
    {
        var lines = HazardText.Of(found.Report).Select(line => $"  {line}").ToList();
        return lines.Count == 0 ? [] : lines.Prepend($"on {found.Engine}:");
    }
}
