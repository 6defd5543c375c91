using Dowel.Migrations;

namespace Dowel.Testing;

/// <summary>What can keep a test from its database.</summary>
internal static class TestingErrors
{
    /// <summary>There is no server to be had.</summary>
    /// <param name="local">Why no local programs are used.</param>
    /// <param name="docker">Why Docker is not.</param>
    public static DowelError NoServer(string local, string docker) => new(
        "DWL5101",
        $"There is no PostgreSQL for tests: {PostgresHost.Variable} is not set; {local}; {docker}.",
        $"Set {PostgresHost.Variable}=postgres://user@host/database to a server whose user may create databases, or install PostgreSQL 13 or later "
            + "(Debian: apt-get install postgresql; macOS: brew install postgresql), or start Docker.");

    /// <summary>A server was found and does not start.</summary>
    /// <param name="what">What was started.</param>
    /// <param name="words">What it said last.</param>
    public static DowelError NotStarted(string what, string words) => new(
        "DWL5102",
        $"{what} did not start: {(words.Length == 0 ? "it said nothing." : words)}",
        $"Mend what it names, or set {PostgresHost.Variable}=postgres://user@host/database to a server that runs.");

    /// <summary>The variable holds no address.</summary>
    public static DowelError BadAddress() => new(
        "DWL5103",
        $"{PostgresHost.Variable} holds neither a URL nor a connection string.",
        $"Write {PostgresHost.Variable}=postgres://user:password@host:5432/database, or postgres://user@/database?host=/var/run/postgresql for a Unix socket.");
}
