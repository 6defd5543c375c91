using System.CommandLine;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>One run of one command: its options and what they lead to.</summary>
/// <param name="Result">The command line as parsed.</param>
/// <param name="Settings">What holds for the run.</param>
/// <param name="Progress">Watches the run.</param>
/// <param name="Report">Takes results that come while the run goes on.</param>
internal sealed record Invocation(ParseResult Result, RunSettings Settings, RunProgress Progress, Report Report)
{
    /// <summary>Where the command runs.</summary>
    public Surroundings Surroundings => Settings.Surroundings;

    /// <summary>How the migrator works, watched.</summary>
    public MigratorOptions MigratorOptions => Settings.MigratorOptions with { Progress = Progress };

    /// <summary>An option's value.</summary>
    public T? Get<T>(Option<T> option) => Result.GetValue(option);

    /// <summary>An argument's value.</summary>
    public T? Get<T>(Argument<T> argument) => Result.GetValue(argument);

    /// <summary>Loads the scripts for a database.</summary>
    /// <param name="source">What the command line names; null for the default.</param>
    /// <param name="dialect">The database's rules.</param>
    /// <param name="cancellationToken">Ends a build.</param>
    /// <exception cref="CommandLineException">There is no such source.</exception>
    public Task<ScriptSet> LoadAsync(string? source, Dialect dialect, CancellationToken cancellationToken) =>
        LoadAsync(source, dialect, Settings.SetOptions, cancellationToken);

    /// <summary>Loads the scripts for a database, read as the options say.</summary>
    public async Task<ScriptSet> LoadAsync(
        string? source, Dialect dialect, ScriptSetOptions options, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(source, cancellationToken).ConfigureAwait(false);
        return ScriptSetLoader.Load(new[] { opened }, dialect, options);
    }

    /// <summary>Opens the source of the scripts, which a project is built for.</summary>
    /// <param name="source">What the command line names; null for the default.</param>
    /// <param name="cancellationToken">Ends a build.</param>
    /// <exception cref="CommandLineException">There is no such source.</exception>
    public Task<IScriptSource> OpenAsync(string? source, CancellationToken cancellationToken)
    {
        var path = Settings.SourcePath(source);
        Progress.Tell($"scripts: {path}");
        return ScriptLocator.OpenAsync(path, cancellationToken);
    }

    /// <summary>Opens the database, loads the scripts for it and gives both to some work.</summary>
    /// <param name="source">What the command line names; null for the default.</param>
    /// <param name="work">Database and scripts to outcome.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Outcome> WithDatabaseAsync(
        string? source, Func<IMigrationDatabase, ScriptSet, Task<Outcome>> work, CancellationToken cancellationToken)
    {
        var address = Settings.Address;
        var set = await LoadAsync(source, Engines.DialectOf(address), cancellationToken).ConfigureAwait(false);
        var database = Engines.OpenDatabase(address, Settings);
        await using (database.ConfigureAwait(false))
        {
            Progress.Tell($"database: {database.DisplayName}; layout: {set.Layout}");
            return await work(database, set).ConfigureAwait(false);
        }
    }
}
