namespace Dowel.Migrations;

/// <summary>Where a host's migrations run and where their history is.</summary>
public sealed record MigrationSettings
{
    /// <summary>How the engine's driver connects; null where the provider has connections of its own.</summary>
    public required string? ConnectionString { get; init; }

    /// <summary>The schema that scripts work in, <c>${schema}</c>; null for the connection's own.</summary>
    public string? Schema { get; init; }

    /// <summary>The history table's name, <c>schema_history</c>.</summary>
    public string HistoryTable { get; init; } = Migrations.HistoryTable.DefaultName;

    /// <summary>Leaves out the connection string, which may hold a password.</summary>
    /// <returns>Schema and table.</returns>
    public override string ToString() => $"{nameof(MigrationSettings)} {{ Schema = {Schema}, HistoryTable = {HistoryTable} }}";
}
