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
    public Option<string> Layout { get; } = OneOf("--layout", LayoutNames.All, "How script files are named. Default: told from the names");

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
    public Option<TimeSpan?> LockWait { get; } = Duration("--lock-wait", "How long to wait for another migrator. Default: 60s");

    /// <summary>How long a statement may wait for a lock.</summary>
    public Option<TimeSpan?> LockTimeout { get; } = Duration("--lock-timeout", "How long a statement may wait for a lock, 0 for ever. Default: 5s");

    /// <summary>How long a statement may run.</summary>
    public Option<TimeSpan?> StatementTimeout { get; } = Duration("--statement-timeout", "How long a statement may run, 0 for ever. Default: 0");

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
    public static Option<TimeSpan?> Duration(string name, string description) => new(name)
    {
        HelpName = "TIME",
        Description = description,
        CustomParser = static result =>
        {
            if (DowelDuration.TryParse(result.Tokens[0].Value, out var duration))
            {
                return duration;
            }

            result.AddError($"'{result.Tokens[0].Value}' is not a duration; write it like {DowelDuration.Examples}.");
            return null;
        },
    };

    /// <summary>An option with a version as its value.</summary>
    public static Option<MigrationVersion?> Version(string name, string description) => new(name)
    {
        HelpName = "V",
        Description = description,
        CustomParser = static result =>
        {
            if (MigrationVersion.TryParse(result.Tokens[0].Value, out var version))
            {
                return version;
            }

            result.AddError($"'{result.Tokens[0].Value}' is not a version; write it like 3, 003, 1.2 or 20261121093000.");
            return null;
        },
    };

    /// <summary>An option whose value is shown under a name in the help.</summary>
    public static Option<T> Named<T>(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };

    /// <summary>An option that takes one of several words.</summary>
    public static Option<string> OneOf(string name, IReadOnlyList<string> words, string description)
    {
        var option = Named<string>(name, string.Join('|', words), description);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }] && !words.Contains(word))
            {
                result.AddError($"{name} cannot be '{word}'; it is one of {string.Join(", ", words)}.");
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
