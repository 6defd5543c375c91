using System.Data.Common;
using Dowel.Migrations;

namespace Dowel.Cli.Tests;

/// <summary>A migration that is a class: where the command reads this assembly, it finds it.</summary>
public sealed class FillNotes : ICodeMigration
{
    public MigrationVersion Version { get; } = MigrationVersion.Parse("2");

    public string Description => "fill notes";

    public string Checksum => "1";

    public Task ApplyAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken) => Task.CompletedTask;
}
