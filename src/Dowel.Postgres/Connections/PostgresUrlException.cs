namespace Dowel.Postgres;

/// <summary>A URL of a PostgreSQL database cannot be read.</summary>
/// <param name="problem">What is wrong; no part of a password.</param>
/// <param name="remedy">How to write it.</param>
internal sealed class PostgresUrlException(string problem, string remedy) : ArgumentException($"{problem} {remedy}")
{
    /// <summary>What is wrong.</summary>
    public string Problem => problem;

    /// <summary>How to write it.</summary>
    public string Remedy => remedy;
}
