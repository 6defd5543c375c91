using System.CommandLine;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>What holds for one command: its options first, then the environment, then <c>dowel.json</c>, then the defaults.</summary>
/// <param name="Result">The command line as parsed.</param>
/// <param name="Options">The options that all commands share.</param>
/// <param name="File">What <c>dowel.json</c> says.</param>
/// <param name="Surroundings">The environment.</param>
internal sealed record RunSettings(ParseResult Result, SharedOptions Options, SettingsFile File, Surroundings Surroundings)
{
    /// <summary>The environment variable that names the database.</summary>
    public const string UrlVariable = "DOWEL_URL";

    /// <summary>The schema; null where none is asked for.</summary>
    public string? Schema => Result.GetValue(Options.Schema) ?? File.Schema;

    /// <summary>The history table's name.</summary>
    public string History => Result.GetValue(Options.History) ?? File.History ?? HistoryTable.DefaultName;

    /// <summary>The database's address.</summary>
    /// <exception cref="CommandLineException">None is given, or one with a fault.</exception>
    public DatabaseAddress Address => FindAddress() ?? throw new CommandLineException(CommandLineErrors.NoUrl());

    /// <summary>How scripts are read. A schema or a variable is given for tokens' sake, so it turns them on.</summary>
    public ScriptSetOptions SetOptions => new()
    {
        Layout = Result.GetValue(Options.Layout) ?? File.Layout,
        Tokens = OwnVariables.Length > 0 ? true : File.Tokens ?? (Schema is not null || File.Variables.Count > 0 ? true : null),
    };

    /// <summary>How the migrator works, but for what single commands add.</summary>
    public MigratorOptions MigratorOptions => new()
    {
        OutOfOrder = File.OutOfOrder ?? OutOfOrderPolicy.Refuse,
        Gaps = File.Gaps ?? GapPolicy.Allow,
        Variables = Variables,
        LockWait = SharedOptions.ReadDuration(Result.GetValue(Options.LockWait)) ?? File.LockWait ?? SharedOptions.LockWaitDefault,
        LockTimeout = SharedOptions.ReadDuration(Result.GetValue(Options.LockTimeout)) ?? File.LockTimeout ?? SharedOptions.LockTimeoutDefault,
        StatementTimeout = SharedOptions.ReadDuration(Result.GetValue(Options.StatementTimeout)) ?? File.StatementTimeout ?? TimeSpan.Zero,
        Clock = Surroundings.Clock,
    };

    private KeyValuePair<string, string>[] OwnVariables => Result.GetValue(Options.Variables) ?? [];

    private Dictionary<string, string> Variables
    {
        get
        {
            var merged = new Dictionary<string, string>(File.Variables, StringComparer.Ordinal);
            foreach (var (name, value) in OwnVariables)
            {
                merged[name] = value;
            }

            return merged;
        }
    }

    /// <summary>The database's address, or null where none is given.</summary>
    /// <exception cref="CommandLineException">The address has a fault.</exception>
    public DatabaseAddress? FindAddress()
    {
        var text = Result.GetValue(Options.Url) is { Length: > 0 } option ? option
            : Surroundings.Environment(UrlVariable) is { Length: > 0 } variable ? variable
            : File.Url;
        return text is null ? null : DatabaseAddress.Parse(text);
    }

    /// <summary>Where the scripts are.</summary>
    /// <param name="given">What the command line names; null for what <c>dowel.json</c> or custom says.</param>
    public string SourcePath(string? given) => given ?? File.Source ?? "migrations";
}
