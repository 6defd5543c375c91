using System.Globalization;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>A folder of scripts that new ones are written to.</summary>
internal static class ScriptFolder
{
    /// <summary>Writes files, and into the folder's list where it has one; nothing is ever written over.</summary>
    /// <returns>The paths of all that was written.</returns>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<NewScriptFile> files, TimeProvider clock)
    {
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        foreach (var file in files)
        {
            var path = Path.Join(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var writer = new StreamWriter(new FileStream(path, FileMode.CreateNew));
            writer.Write(file.Text);
            written.Add(path);
        }

        if (DrizzleJournalEntry.Find(folder) is { } journal)
        {
            foreach (var stem in files.Select(file => Path.GetFileNameWithoutExtension(file.Name)))
            {
                var index = long.Parse(stem.AsSpan(0, stem.IndexOf('_', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
                new DrizzleJournalEntry(index, stem, clock.GetUtcNow()).AppendTo(journal);
            }

            written.Add(journal);
        }

        return written;
    }

    /// <summary>Copies a folder's scripts and what counts beside them.</summary>
    public static void Copy(string folder, string target)
    {
        var found = Directory.Exists(folder) ? new FolderSource(folder).Load() : new([], []);
        foreach (var file in found.Files.Concat(found.Companions))
        {
            var path = Path.Join(target, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var from = file.Open();
            using var to = File.Create(path);
            from.CopyTo(to);
        }
    }

    /// <summary>Words as the description of a script.</summary>
    /// <exception cref="CommandLineException">They have no letter and no digit.</exception>
    public static string Describe(string words) => ScriptNaming.Describe(words) is { Length: > 0 } description
        ? description
        : throw new CommandLineException(CommandLineErrors.Usage("The name has no letter and no digit.", "Say in a few words what the script does: dowel new \"add users\"."));
}
