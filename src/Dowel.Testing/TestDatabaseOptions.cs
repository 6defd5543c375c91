using Dowel.Migrations;

namespace Dowel.Testing;

/// <summary>How a test's database is migrated, where the scripts do not say it.</summary>
public sealed record TestDatabaseOptions
{
    /// <summary>Everything as a migrator does it by itself.</summary>
    public static TestDatabaseOptions Default { get; } = new();

    /// <summary>The name of the history table.</summary>
    public string HistoryTable { get; init; } = Migrations.HistoryTable.DefaultName;

    /// <summary>PostgreSQL's schema for the tables, which <see cref="TestDatabase.Database"/> then finds them in; null for the server's own.</summary>
    public string? Schema { get; init; }

    /// <summary>How the set of scripts is read; null for what the files' names say.</summary>
    public ScriptSetOptions? Scripts { get; init; }

    /// <summary>Classes in the order beside the scripts.</summary>
    public IReadOnlyList<ICodeMigration> Code { get; init; } = [];
}
