using System.CommandLine;
using System.Globalization;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary><c>dowel new</c>: writes the next empty script.</summary>
internal static class NewCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "What the script does, in a few words" };
        var folder = SharedOptions.Named<string>("--dir", "D", "The folder of scripts, made where it is missing. Default: \"source\" in dowel.json, else ./migrations");
        return new DowelCommand("new", "Write the next empty script, or the next pair")
        {
            Arguments = { name },
            Options = { folder },
            Examples = ["dowel new \"add users\"", "dowel new add_users --dir db/migrations --layout pairs"],
            Fail = static failure => new FilesOutcome { Failure = failure },
            RunAsync = (invocation, token) => Task.FromResult<Outcome>(Write(invocation, invocation.Get(name)!, invocation.Get(folder))),
        };
    }

    private static FilesOutcome Write(Invocation invocation, string name, string? folder)
    {
        var path = folder ?? invocation.Settings.SourcePath(given: null);
        if (File.Exists(path))
        {
            throw new CommandLineException(CommandLineErrors.Usage($"'{path}' is not a folder.", "Name the folder of the scripts with --dir."));
        }

        var description = ScriptNaming.Describe(name);
        if (description.Length == 0)
        {
            throw new CommandLineException(CommandLineErrors.Usage("The name has no letter and no digit.", "Say in a few words what the script does: dowel new \"add users\"."));
        }

        Directory.CreateDirectory(path);
        return Write(ShownPath.Of(path), description, invocation);
    }

    private static FilesOutcome Write(string folder, string description, Invocation invocation)
    {
        var clock = invocation.Surroundings.Clock;
        var naming = ScriptNaming.Of(folder, invocation.Settings.SetOptions.Layout, clock);
        var journal = naming.Layout == LayoutNames.Drizzle ? DrizzleJournalEntry.Find(folder) : null;
        var files = new List<string>();
        foreach (var file in naming.FilesOf(description, isListed: journal is not null))
        {
            var path = Path.Join(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);

            // CreateNew, so that nothing is ever written over.
            using var writer = new StreamWriter(new FileStream(path, FileMode.CreateNew));
            writer.Write(file.Text);
            files.Add(path);
        }

        if (journal is not null)
        {
            var index = long.Parse(naming.Version, CultureInfo.InvariantCulture);
            new DrizzleJournalEntry(index, Path.GetFileNameWithoutExtension(files[0]), clock.GetUtcNow()).AppendTo(journal);
            files.Add(journal);
        }

        return new FilesOutcome { Files = files };
    }
}
