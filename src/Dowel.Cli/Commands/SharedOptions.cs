using System.CommandLine;
using System.CommandLine.Parsing;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>The options that every command takes, before or behind its name.</summary>
internal sealed class SharedOptions
{
    /// <summary>What <c>--output</c> takes for one JSON object.</summary>
    public const string Json = "json";

    /// <summary>The default of <c>--lock-wait</c>.</summary>
    public static readonly TimeSpan LockWaitDefault = TimeSpan.FromSeconds(60);

    /// <summary>The default of <c>--lock-timeout</c>.</summary>
    public static readonly TimeSpan LockTimeoutDefault = TimeSpan.FromSeconds(5);

    /// <summary>The database.</summary>
    public Option<string> Url { get; } = Named<string>("--url", "URL", "The database: sqlite:app.db, sqlite::memory:, postgres://user@host/db, or a connection string. Default: $DOWEL_URL");

    /// <summary>The schema.</summary>
    public Option<string> Schema { get; } = Named<string>("--schema", "S", "Fills ${schema} and is the search_path of the run");

    /// <summary>The naming convention.</summary>
    public Option<string> Layout { get; } = OneOf(
        "--layout", LayoutNames.All, $"How script files are named: {string.Join(", ", LayoutNames.All)}. Default: told from the files", "NAME");

    /// <summary>Own tokens.</summary>
    public Option<KeyValuePair<string, string>[]> Variables { get; } = new("--var")
    {
        HelpName = "k=v",
        Description = "What ${k} stands for in scripts; may be given again and again",
        CustomParser = static result => [.. result.Tokens.Select(token => ReadVariable(result, token.Value))],
    };

    /// <summary>The history table.</summary>
    public Option<string> History { get; } = Named<string>("--history", "NAME", $"The history table. Default: {HistoryTable.DefaultName}");

    /// <summary>The form of results.</summary>
    public Option<string> Output { get; } = OneOf("--output", ["text", Json], "The form of the result. Default: text");

    /// <summary>How long to wait for another migrator.</summary>
    public Option<string> LockWait { get; } = Duration("--lock-wait", "How long to wait for another migrator. Default: 60s");

    /// <summary>How long a statement may wait for a lock.</summary>
    public Option<string> LockTimeout { get; } = Duration("--lock-timeout", "How long a statement may wait for a lock, 0 for ever. Default: 5s");

    /// <summary>How long a statement may run.</summary>
    public Option<string> StatementTimeout { get; } = Duration("--statement-timeout", "How long a statement may run, 0 for ever. Default: 0");

    /// <summary>Whether colours are unwanted.</summary>
    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours, as with $NO_COLOR" };

    /// <summary>Whether errors alone are printed.</summary>
    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Print errors only" };

    /// <summary>Whether more is told than the result.</summary>
    public Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "Tell each step and what the server says" };

    /// <summary>Makes the options.</summary>
    public SharedOptions()
    {
        foreach (var option in All)
        {
            option.Recursive = true;
        }
    }

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All =>
        [Url, Schema, Layout, Variables, History, Output, LockWait, LockTimeout, StatementTimeout, NoColor, Quiet, Verbose];

    /// <summary>An option with a duration as its value.</summary>
    public static Option<string> Duration(string name, string description) => Checked(
        Named<string>(name, "TIME", description),
        word => DowelDuration.TryParse(word, out _) ? null : $"{name} cannot be '{word}'; write a duration like {DowelDuration.Examples}.");

    /// <summary>An option with a version as its value.</summary>
    public static Option<string> Version(string name, string description) => Checked(
        Named<string>(name, "V", description),
        word => MigrationVersion.TryParse(word, out _) ? null : $"{name} cannot be '{word}'; write a version like 3, 003, 1.2 or 20261121093000.");

    /// <summary>The value of a duration option; null where it was not given.</summary>
    public static TimeSpan? ReadDuration(string? word) => DowelDuration.TryParse(word, out var duration) ? duration : null;

    /// <summary>The value of a version option; null where it was not given.</summary>
    public static MigrationVersion? ReadVersion(string? word) => MigrationVersion.TryParse(word, out var version) ? version : null;

    /// <summary>An option that takes one of several words; the help shows them all where no name stands for them.</summary>
    public static Option<string> OneOf(string name, IReadOnlyList<string> words, string description, string? value = null) => Checked(
        Named<string>(name, value ?? string.Join('|', words), description),
        word => words.Contains(word) ? null : $"{name} cannot be '{word}'; it is one of {string.Join(", ", words)}.");

    /// <summary>An option whose value is shown under a name in the help.</summary>
    public static Option<T> Named<T>(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };

    // All values stay texts: the parser's generics over structs would be compiled at every start.
    private static Option<string> Checked(Option<string> option, Func<string, string?> fault)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }] && fault(word) is { } problem)
            {
                result.AddError(problem);
            }
        });
        return option;
    }

    private static KeyValuePair<string, string> ReadVariable(ArgumentResult result, string text)
    {
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        if (sign <= 0)
        {
            result.AddError("--var takes name=value.");
            return default;
        }

        return new(text[..sign], text[(sign + 1)..]);
    }
}
