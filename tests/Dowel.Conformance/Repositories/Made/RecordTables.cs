using Dowel.Contracts;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;

namespace Dowel.Conformance;

/// <summary>The tables of all records of this assembly, as they are made from what its contracts say.</summary>
internal static class RecordTables
{
    /// <summary>What the repositories of this assembly need.</summary>
    public static IReadOnlyList<RepositoryContract> Contracts { get; } = ContractAssembly.Load(typeof(RecordTables).Assembly.Location).Contracts;

    /// <summary>The engine's way to keep records.</summary>
    public static IRecordDialect Engine(Dialect dialect) => dialect.Name == DialectNames.Sqlite ? new SqliteRecords() : new PostgresRecords();

    /// <summary>The tables in the words of an engine.</summary>
    public static string Of(Dialect dialect) => string.Join(";\n", RecordSchema.Create(Contracts, Engine(dialect)));
}
