namespace Dowel.Data;

/// <summary>What a host says of a database to whichever engine it has chosen.</summary>
public sealed record DatabaseSettings
{
    /// <summary>How the engine's driver connects; null where the provider has connections of its own.</summary>
    public required string? ConnectionString { get; init; }

    /// <summary>The schema that statements mean where they name none; null for the connection's own. SQLite has none.</summary>
    public string? Schema { get; init; }

    /// <summary>How long a statement may take before it is stopped, 30 s.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Leaves out the connection string, which may hold a password.</summary>
    /// <returns>The schema and the limit.</returns>
    public override string ToString() => $"{nameof(DatabaseSettings)} {{ Schema = {Schema}, StatementTimeout = {StatementTimeout} }}";
}
