using System.Text.Json;
using System.Text.Json.Nodes;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>The entry that a new script needs in Drizzle's journal.</summary>
/// <param name="Index">Its place in the order.</param>
/// <param name="Tag">The file's name without extension.</param>
/// <param name="MadeAt">When it was made.</param>
internal sealed record DrizzleJournalEntry(long Index, string Tag, DateTimeOffset MadeAt)
{
    /// <summary>The journal of a folder; null where it has none.</summary>
    public static string? Find(string folder) =>
        Path.Join(folder, CompanionName.DrizzleJournal) is var path && File.Exists(path) ? path : null;

    /// <summary>Adds the entry behind the others of a journal that has been read without an error.</summary>
    /// <remarks>The snapshots beside it stay as they are: drizzle-kit compares with the newest one, and a script written by hand changes none.</remarks>
    public void AppendTo(string journal)
    {
        var root = JsonNode.Parse(File.ReadAllText(journal))!;
        var entries = root["entries"]!.AsArray();
        var format = (entries.LastOrDefault() ?? root)["version"]?.DeepClone();
        entries.Add((JsonNode)new JsonObject
        {
            ["idx"] = Index,
            ["version"] = format,
            ["when"] = MadeAt.ToUnixTimeMilliseconds(),
            ["tag"] = Tag,
            ["breakpoints"] = true,
        });
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, new() { Indented = true }))
        {
            root.WriteTo(writer);
        }

        File.WriteAllBytes(journal, text.ToArray());
    }
}
