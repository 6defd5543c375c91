using Dowel.Contracts;
using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>What stands for a schema on the command line: a database, a folder of scripts, an assembly, a project, or a .sql file.</summary>
/// <remarks>All but a database are made on a throw-away one and read from there, so that both sides of a comparison are the engine's own words.</remarks>
internal sealed class SchemaSide
{
    private const string ScriptExtension = ".sql";

    private SchemaSide(string word) => Word = word;

    /// <summary>What the command line says, without secrets.</summary>
    public string Word { get; }

    /// <summary>The database; null for what has to be made.</summary>
    public DatabaseAddress? Address { get; private init; }

    /// <summary>The scripts; null for a database.</summary>
    public IScriptSource? Source { get; private init; }

    /// <summary>The repositories of an assembly, whose records are part of its schema.</summary>
    public ContractSet Contracts { get; private init; } = ContractSet.Empty;

    /// <summary>Whether records have a say in it.</summary>
    public bool HasRecords => Contracts.Contracts.Any(contract => contract.Table is not null);

    /// <summary>Whether it has records and no script: it says what it wants of a schema, and not what else is there.</summary>
    public bool IsRecordsAlone => HasRecords && Source!.Load().Files.Count == 0;

    /// <summary>Finds out what a word stands for; a project is built.</summary>
    /// <exception cref="CommandLineException">There is no such thing.</exception>
    public static async Task<SchemaSide> OpenAsync(string word, Invocation invocation, CancellationToken cancellationToken)
    {
        if (IsAddress(word))
        {
            return Of(DatabaseAddress.Parse(word), word);
        }

        if (word.EndsWith(ScriptExtension, StringComparison.OrdinalIgnoreCase) && File.Exists(word))
        {
            return new(ShownPath.Of(word)) { Source = new SqlFileSource(ShownPath.Of(word)) };
        }

        var source = await invocation.OpenAsync(word, cancellationToken).ConfigureAwait(false);
        var contracts = source is AssemblyFileSource assembly ? ContractAssembly.Load(assembly.Name) : ContractSet.Empty;
        IReadOnlyList<DowelError> errors = [.. contracts.Errors, .. RecordSet.Of(contracts.Contracts).Errors];
        return errors.Count == 0
            ? new(word) { Source = source, Contracts = contracts }
            : throw new CommandLineException(errors) { ExitCode = ExitCodes.Findings };
    }

    /// <summary>A database as a side.</summary>
    public static SchemaSide Of(DatabaseAddress address, string word) => new(Secrets.Mask(word)) { Address = address };

    /// <summary>The engine on which sides are compared: the one asked for, that of a database among them, that of <c>--url</c>, else SQLite.</summary>
    /// <exception cref="CommandLineException">They are on two.</exception>
    public static DatabaseKind EngineOf(DatabaseKind? asked, RunSettings settings, params IReadOnlyList<SchemaSide> sides)
    {
        var kinds = sides.Select(side => side.Address?.Kind).Append(asked).OfType<DatabaseKind>().Distinct().ToList();
        return kinds.Count > 1
            ? throw new CommandLineException(SchemaErrors.TwoEngines())
            : kinds.Count == 1 ? kinds[0] : settings.FindAddress()?.Kind ?? DatabaseKind.Sqlite;
    }

    /// <summary>Reads the schema.</summary>
    /// <param name="server">Where throw-away databases come from.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<DatabaseModel> ReadAsync(ScratchServer server, CancellationToken cancellationToken)
    {
        if (Address is not null)
        {
            return await UseAsync(server.Settings, schema => schema.ReadModelAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        var scripts = IsRecordsAlone ? DatabaseModel.Empty : await ReplayAsync(Source!, server, cancellationToken).ConfigureAwait(false);
        return await OverAsync(scripts, server, RecordWords.None, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the schema that scripts are to be brought to: of an assembly what its records want of the scripts' own.</summary>
    /// <param name="scripts">What the scripts make.</param>
    /// <param name="server">Where throw-away databases come from.</param>
    /// <param name="words">What is wanted to go though no record speaks of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<DatabaseModel> OverAsync(DatabaseModel scripts, ScratchServer server, RecordWords words, CancellationToken cancellationToken) =>
        HasRecords ? new RecordLayer(Contracts).ApplyAsync(scripts, server, words, cancellationToken) : Task.FromResult(scripts);

    /// <summary>Looks at the database that the side is.</summary>
    public async Task<T> UseAsync<T>(RunSettings settings, Func<ISchemaDatabase, Task<T>> look, CancellationToken cancellationToken)
    {
        // A file that is not there would be made by opening it.
        await Engines.OpenServer(Address!, settings).PingAsync(cancellationToken).ConfigureAwait(false);
        var database = Engines.OpenDatabase(Address!, settings);
        await using var _ = database.ConfigureAwait(false);
        var schema = await Engines.OpenSchemaAsync(database, cancellationToken).ConfigureAwait(false);
        await using var __ = schema.ConfigureAwait(false);
        return await look(schema).ConfigureAwait(false);
    }

    /// <summary>What the side says of the way to it: new names, and what rows that are there get.</summary>
    public DiffOptions Says(DatabaseKind engine, DatabaseModel before, DatabaseModel after) => Source is SqlFileSource file
        ? new() { Renames = [.. file.Renames.Select(line => line.Read(SchemasOf(before, after)))] }
        : HasRecords ? new RecordLayer(Contracts).Says(engine) : new();

    /// <summary>What scripts make of an empty database.</summary>
    public static async Task<DatabaseModel> ReplayAsync(IScriptSource source, ScratchServer server, CancellationToken cancellationToken)
    {
        var scratch = await server.CreateAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = scratch.ConfigureAwait(false);
        await scratch.ApplyAsync(server.Load(source), target: null, cancellationToken).ConfigureAwait(false);
        return await scratch.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    private static HashSet<string> SchemasOf(params ReadOnlySpan<DatabaseModel> models)
    {
        var schemas = new HashSet<string>(StringComparer.Ordinal);
        foreach (var model in models)
        {
            schemas.UnionWith(model.All.Select(each => each.Key.Schema).OfType<string>());
        }

        return schemas;
    }

    private static bool IsAddress(string word) =>
        word.StartsWith("sqlite:", StringComparison.OrdinalIgnoreCase)
        || word.Contains("://", StringComparison.Ordinal)
        || (word.Contains('=', StringComparison.Ordinal) && !File.Exists(word) && !Directory.Exists(word));
}
