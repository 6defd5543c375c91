using System.Data.Common;
using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>A class of a set, made of lambdas.</summary>
internal class TestCode(string version, CodeStep apply) : ICodeMigration
{
    public MigrationVersion Version { get; } = MigrationVersion.Parse(version);

    public string Description => "code";

    public string Checksum { get; init; } = "1";

    public Task ApplyAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) =>
        apply(connection, transaction, cancellationToken);

    /// <summary>Code that runs SQL in the transaction.</summary>
    public static CodeStep Sql(string sql) => async (connection, transaction, cancellationToken) =>
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    };
}
