namespace Dowel.Postgres;

/// <summary>How repositories use a PostgreSQL database.</summary>
public sealed record PostgresDatabaseOptions
{
    /// <summary>The schema that statements mean where they name none; null leaves it to the connection string and the server.</summary>
    /// <remarks>Sent when a connection is made. A pooler may refuse it there; then set the role's <c>search_path</c> on the server instead.</remarks>
    public string? Schema { get; init; }

    /// <summary>How long the server may be silent over a statement before it is stopped, 30 s; whole seconds, from 1 s to an hour.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of bounds.</exception>
    public TimeSpan StatementTimeout
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(1));
            field = value;
        }
    } = TimeSpan.FromSeconds(30);

    /// <summary>Whether each connection keeps statements prepared; true. False is for poolers that give each transaction another connection and do not track them.</summary>
    public bool Prepare { get; init; } = true;
}
