using Dowel.Data;

namespace Dowel.Postgres;

/// <summary>How a database was named: a connection string of the driver's, or a URL.</summary>
internal static class PostgresAddress
{
    /// <summary>A connection string, for who gave something else.</summary>
    public const string Example = "Host=localhost;Database=app;Username=app";

    /// <summary>Puts a URL into the driver's words.</summary>
    /// <param name="text">What was given; never quoted, it may hold a password.</param>
    /// <returns>A connection string.</returns>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static string Read(string text) => PostgresUrl.TryRead(text)?.ConnectionString ?? ConnectionText.Check(text, Example);
}
