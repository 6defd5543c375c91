using System.Data.Common;
using Dowel.Migrations;

namespace Dowel.Chaos;

/// <summary>A class that writes to the ledger twice, with time between to die in.</summary>
internal sealed class LedgerCode : ICodeMigration
{
    public MigrationVersion Version { get; } = MigrationVersion.Parse("13");

    public string Description => "ledger";

    public string Checksum => "1";

    public async Task ApplyAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var what in new[] { "begun", "ended" })
        {
            await using var command = connection.CreateCommand();
            (command.Transaction, command.CommandText) = (transaction, $"insert into log (script, what) values (13, '{what}')");
            await command.PrepareAsync(cancellationToken);
            await command.ExecuteNonQueryAsync(cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        }
    }
}
