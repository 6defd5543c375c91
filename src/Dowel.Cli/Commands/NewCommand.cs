using System.CommandLine;

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

        var description = ScriptFolder.Describe(name);
        Directory.CreateDirectory(path);
        var shown = ShownPath.Of(path);
        var naming = ScriptNaming.Of(shown, invocation.Settings.SetOptions.Layout, invocation.Surroundings.Clock);
        return new FilesOutcome { Files = ScriptFolder.Write(shown, naming.FilesOf(description, isListed: naming.IsListedIn(shown)), invocation.Surroundings.Clock) };
    }
}
