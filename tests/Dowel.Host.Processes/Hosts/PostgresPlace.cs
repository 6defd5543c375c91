using Npgsql;

namespace Dowel.HostProcesses;

/// <summary>A database of its own, and the roles as <c>make dev-up</c> makes them.</summary>
public sealed class PostgresPlace : HostPlace
{
    /// <summary>What must never be printed.</summary>
    public const string Secret = "a-password-that-is-asked-for-nowhere";

    private const string Gate = "4711";
    private const string Waiting =
        $"select count(*) from pg_locks where locktype = 'advisory' and objid = {Gate} and not granted and database = (select oid from pg_database where datname = current_database())";

    // Whoever makes the table asks for a lock in passing, and has it for as long as the transaction lasts.
    private const string MakeGate = $$"""
        create function gate() returns event_trigger language plpgsql as $$
        begin
            if exists (select from pg_event_trigger_ddl_commands() where object_identity = 'deploy_store.deployments') then
                perform pg_advisory_xact_lock_shared({{Gate}});
            end if;
        end
        $$;
        create event trigger gate on ddl_command_end execute function gate();
        """;

    private readonly TestDatabase _database;

    private PostgresPlace(TestDatabase database)
    {
        _database = database;
        var owner = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Password = Secret };
        Owner = owner.ConnectionString;
        owner.Options = "-c role=dowel_app";
        Service = owner.ConnectionString;
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["DOWEL_CONNECTION"] = Service, ["DOWEL_MIGRATECONNECTION"] = Owner };
    }

    /// <summary>How the role connects that owns the tables.</summary>
    public string Owner { get; }

    /// <summary>How the role connects that requests are served as.</summary>
    public string Service { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Arguments => ["--provider", "postgres", "--data", Folder];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Environment { get; }

    /// <inheritdoc/>
    protected override string Tables => "select tablename from pg_tables where schemaname = current_schema order by tablename";

    public static async Task<PostgresPlace> CreateAsync()
    {
        var database = await Engine.Postgres.CreateAsync();
        var role = await File.ReadAllTextAsync(Path.Combine(Built.Root, "eng", "dev-role", "R__dowel_app.sql"), TestContext.Current.CancellationToken);
        await using var connection = await database.ConnectAsync();
        try
        {
            await connection.ExecuteAsync(role);
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation)
        {
            await connection.ExecuteAsync(role); // roles are of the server: a test beside this one was quicker
        }

        return new(database);
    }

    /// <inheritdoc/>
    public override async Task<TestConnection> ConnectAsync(string system)
    {
        var connection = await _database.ConnectAsync();
        await connection.ExecuteAsync($"set search_path to {system}");
        return connection;
    }

    /// <inheritdoc/>
    public override async Task<TestConnection> CloseGateAsync()
    {
        var gate = await _database.ConnectAsync();
        await gate.ExecuteAsync(MakeGate);
        await gate.ExecuteAsync($"select pg_advisory_lock({Gate})");
        return gate;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override async Task<bool> IsHoldingAsync() => await _database.QueryAsync(Waiting) == "1";

    /// <inheritdoc/>
    protected override bool IsAtGate(string output) => output.Contains("Applying migrations/001_deployments", StringComparison.Ordinal);
}
