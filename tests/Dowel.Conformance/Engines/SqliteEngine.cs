using Dowel.Cli;
using Dowel.Migrations;
using Dowel.Sqlite;
using Microsoft.Data.Sqlite;

namespace Dowel.Conformance;

/// <summary>SQLite, with the newest library on the machine.</summary>
public sealed class SqliteEngine : Engine
{
    static SqliteEngine() => SqliteNativeLibrary.Use();

    /// <inheritdoc/>
    public override Dialect Dialect { get; } = new SqliteDialect();

    /// <inheritdoc/>
    public override string Slow =>
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 300000000) select count(*) from n";

    /// <inheritdoc/>
    public override Task<TestDatabase> CreateAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());

    private sealed class SqliteTestDatabase : TestDatabase
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("dowel-test-").FullName;

        public override string ConnectionString => $"Data Source={Path.Combine(_folder, "test.db")};Pooling=False";

        public override IDatabaseServer Server => new SqliteServer(ConnectionString);

        public override IMigrationDatabase Open(string? schema = null, string historyTable = HistoryTable.DefaultName) =>
            new SqliteMigrationDatabase(ConnectionString, new() { Schema = schema, HistoryTable = historyTable });

        public override Dowel.Data.Database OpenData(TimeSpan? statement = null, TimeSpan? locked = null) => SqliteDatabase.Open(
            ConnectionString,
            new() { StatementTimeout = statement ?? TimeSpan.FromSeconds(30), LockTimeout = locked ?? TimeSpan.FromSeconds(5) });

        public override Dowel.Data.Database OpenReadOnly() => SqliteDatabase.Open(ConnectionString + ";Mode=ReadOnly");

        public override Dowel.Data.Database OpenAway(string password) => SqliteDatabase.Open($"Data Source={Path.Combine(_folder, "no", "such.db")}");

        public override async Task<TestConnection> ConnectAsync()
        {
            var connection = new SqliteConnection(ConnectionString);
            await connection.OpenAsync();
            return new(connection);
        }

        public override ValueTask DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
