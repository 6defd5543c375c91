using System.Globalization;
using System.Text.Json;

namespace Dowel.Migrations;

/// <summary>Drizzle's list of scripts, <c>meta/_journal.json</c>: the order in which they run.</summary>
/// <remarks>A script's version is its index: the number that Drizzle puts before its name, by which branches that both add a script are seen to clash.</remarks>
internal sealed class DrizzleJournal
{
    private readonly Dictionary<string, ScriptName> _scripts = new(StringComparer.Ordinal);

    private DrizzleJournal(string path) => Path = path;

    /// <summary>The path of the list.</summary>
    public string Path { get; }

    /// <summary>The names that are listed, without extension.</summary>
    public IEnumerable<string> Tags => _scripts.Keys;

    /// <summary>Reads a list; null with an error where it is none.</summary>
    public static DrizzleJournal? Read(SourcedFile file, List<DowelError> errors)
    {
        var journal = new DrizzleJournal(file.File.Path);
        if ((file.Content.Fault ?? journal.Fill(file.Content.Text!)) is not { } fault)
        {
            return journal;
        }

        errors.Add(fault);
        return null;
    }

    /// <summary>What the list says of a script.</summary>
    /// <param name="tag">The file's name without extension.</param>
    /// <param name="name">Version and description.</param>
    public bool TryRead(string tag, out ScriptName name) => _scripts.TryGetValue(tag, out name);

    private DowelError? Fill(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var last = -1L;
            foreach (var entry in json.RootElement.GetProperty("entries").EnumerateArray())
            {
                var (index, tag) = (entry.GetProperty("idx").GetInt64(), entry.GetProperty("tag").GetString() ?? "");
                if (index <= last || !_scripts.TryAdd(tag, NameOf(tag, index)))
                {
                    return LayoutErrors.JournalOrder(Path, tag);
                }

                last = index;
            }

            return null;
        }
        catch (JsonException failure)
        {
            return LayoutErrors.BadJournal(new(Path, (int)(failure.LineNumber ?? 0) + 1, 1), "it is not JSON");
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return LayoutErrors.BadJournal(new(Path), "it has no \"entries\" with an \"idx\" and a \"tag\" each");
        }
    }

    // "0003_brave_hulk" is version 0003; a name of another prefix, which Drizzle can be set to, keeps it in its description.
    private static ScriptName NameOf(string tag, long index)
    {
        var number = index.ToString(CultureInfo.InvariantCulture);
        var isNumbered = NumberedName.TryReadWhole(tag, out var name) && name.Version!.Value.Key == number;
        return isNumbered ? name : new(ScriptKind.Versioned, MigrationVersion.Parse(number), tag.Replace('_', ' '));
    }
}
