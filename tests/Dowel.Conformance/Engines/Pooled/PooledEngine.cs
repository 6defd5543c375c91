using Dowel.Migrations;
using Dowel.Postgres;

namespace Dowel.Conformance;

/// <summary>PostgreSQL as migrators see it through pgbouncer; everybody else connects directly.</summary>
public sealed class PooledEngine : Engine
{
    private readonly PostgresEngine _server = new();

    /// <summary>The one that all tests share.</summary>
    public static PooledEngine Instance { get; } = new();

    /// <summary>How long a lease outlives its owner; short, since some owners are killed.</summary>
    public static TimeSpan LeaseDuration { get; } = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override Dialect Dialect => _server.Dialect;

    /// <inheritdoc/>
    public override string Slow => _server.Slow;

    /// <inheritdoc/>
    public override async Task<TestDatabase> CreateAsync()
    {
        var pooler = await PgBouncer.StartedAsync(_server.ServerSettings());
        return new PooledDatabase(await _server.CreateAsync(), pooler);
    }

    private sealed class PooledDatabase(TestDatabase direct, PgBouncer pooler) : TestDatabase
    {
        public override string ConnectionString => pooler.Through(direct.ConnectionString);

        public override IDatabaseServer Server => new PostgresServer(ConnectionString);

        public override IMigrationDatabase Open(string? schema = null, string historyTable = HistoryTable.DefaultName) =>
            new PostgresMigrationDatabase(ConnectionString, new() { Schema = schema, HistoryTable = historyTable, LeaseDuration = LeaseDuration });

        public override Dowel.Data.Database OpenData(TimeSpan? statement = null, TimeSpan? locked = null) =>
            PostgresEngine.OpenAt(ConnectionString, new() { Prepare = false, StatementTimeout = statement ?? TimeSpan.FromSeconds(30) });

        public override Dowel.Data.Database OpenReadOnly() => throw new NotSupportedException();

        public override Dowel.Data.Database OpenAway(string password) => direct.OpenAway(password);

        public override Task<TestConnection> ConnectAsync() => direct.ConnectAsync();

        public override ValueTask DisposeAsync() => direct.DisposeAsync();
    }
}
