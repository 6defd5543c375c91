using Dowel.Cli;
using Dowel.Conformance;
using Dowel.Contracts;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Schema;
using Dowel.Sqlite;

namespace Dowel.Defects;

/// <summary>A database of one engine that the scripts of a system have made, with which contracts are compared as <c>dowel verify</c> does.</summary>
internal sealed class Checker : IAsyncDisposable
{
    private readonly IMigrationDatabase _scratch;
    private readonly KnownModel _contracts;

    private Checker(IMigrationDatabase scratch, KnownModel contracts) => (_scratch, _contracts) = (scratch, contracts);

    /// <summary>Whether there is a PostgreSQL to ask.</summary>
    public static bool HasPostgres { get; } = Environment.GetEnvironmentVariable(PostgresEngine.Variable) is not null;

    /// <summary>The engines that can be asked.</summary>
    public static IReadOnlyList<string> Engines { get; } = HasPostgres ? ["SQLite", "PostgreSQL"] : ["SQLite"];

    /// <summary>The tables.</summary>
    public DatabaseModel Model => _contracts.Model;

    /// <summary>Replays scripts on an empty database.</summary>
    public static async Task<Checker> OpenAsync(string engine, IScriptSource scripts)
    {
        SqliteNativeLibrary.Use();
        var isPostgres = engine == "PostgreSQL";
        IDatabaseServer server = isPostgres ? new PostgresServer(((PostgresEngine)Engine.Postgres).ServerSettings().ConnectionString) : new SqliteServer("Data Source=:memory:");
        var scratch = await server.CreateScratchAsync(CancellationToken.None);
        await new Migrator(scratch, ScriptSetLoader.Load([scripts], isPostgres ? new PostgresDialect() : new SqliteDialect())).ApplyAsync(CancellationToken.None);
        IContractDatabase contracts = scratch is PostgresMigrationDatabase postgres
            ? await postgres.OpenContractsAsync(CancellationToken.None)
            : await ((SqliteMigrationDatabase)scratch).OpenContractsAsync(CancellationToken.None);
        return new(scratch, new(contracts, await contracts.ReadModelAsync(CancellationToken.None)));
    }

    /// <summary>Compares contracts with the database.</summary>
    public async Task<IReadOnlyList<Finding>> FindAsync(IReadOnlyList<RepositoryContract> contracts) =>
    [
        .. ContractCheck.Merge(await ContractCheck.RunAsync(contracts, _contracts, CancellationToken.None))
            .Select(found => new Finding(found.Code, found.Location?.File, found.Location?.Line ?? 0, found.Location?.Column ?? 0, found.Problem)),
    ];

    public async ValueTask DisposeAsync()
    {
        if (_contracts.Database is IAsyncDisposable database)
        {
            await database.DisposeAsync();
        }

        await _scratch.DisposeAsync();
    }

    /// <summary>A database whose tables are read once.</summary>
    private sealed class KnownModel(IContractDatabase database, DatabaseModel model) : IContractDatabase
    {
        private readonly Dictionary<string, StatementDescription> _known = [];

        public IContractDatabase Database => database;

        public DatabaseModel Model => model;

        public string Engine => database.Engine;

        public ContractText? TextOf(ContractStatement statement) => database.TextOf(statement);

        public Task<DatabaseModel> ReadModelAsync(CancellationToken cancellationToken) => Task.FromResult(model);

        public bool Fits(ContractType type, ColumnModel column) => database.Fits(type, column);

        public Task<HiddenTables> HideAsync(IReadOnlyList<string> tables, DatabaseModel model, CancellationToken cancellationToken) =>
            database.HideAsync(tables, model, cancellationToken);

        // What is the same as before is not asked again.
        public async Task<StatementDescription> DescribeAsync(ContractStatement statement, DatabaseModel model, CancellationToken cancellationToken)
        {
            var key = $"{TextOf(statement)!.Sql}\n{string.Join(", ", statement.Parameters)}\n{string.Join(", ", statement.Results ?? [])}";
            return _known.TryGetValue(key, out var known) ? known : _known[key] = await database.DescribeAsync(statement, model, cancellationToken);
        }
    }
}
