using System.Collections.Concurrent;
using Dowel.Migrations;
using Dowel.Postgres;

namespace Dowel.Testing;

/// <summary>The PostgreSQL server of this process's tests, found when it is first needed.</summary>
internal static class PostgresHost
{
    /// <summary>The environment variable that names a server.</summary>
    public const string Variable = "DOWEL_TEST_POSTGRES";

    private static readonly Lazy<Task<PostgresTemplates>> Server = new(
        async () => new(await FindAsync(Environment.GetEnvironmentVariable(Variable), PostgresPrograms.Find(), Docker.Command).ConfigureAwait(false)));

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Known = new(StringComparer.Ordinal);

    /// <summary>Makes a copy of the template of some scripts.</summary>
    public static async Task<PostgresPlace> CopyAsync(TestScripts scripts, CancellationToken cancellationToken)
    {
        var server = await Server.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        var making = Known.GetOrAdd(scripts.Key, key => new(() => server.EnsureAsync(key, place => scripts.ApplyAsync(new PostgresMigrationDatabase(
            place, new() { HistoryTable = scripts.Options.HistoryTable, Schema = scripts.Options.Schema })))));
        var template = await making.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new(server, await server.CopyAsync(template, cancellationToken).ConfigureAwait(false), scripts.Options.Schema);
    }

    /// <summary>Finds or starts a server.</summary>
    /// <param name="address">What the variable holds; null where it is not set.</param>
    /// <param name="programs">The folder of the server's programs; null where there are none.</param>
    /// <param name="docker">Docker's command.</param>
    /// <returns>How the driver connects to a database of it.</returns>
    /// <exception cref="DatabaseUnavailableException">There is none.</exception>
    public static async Task<string> FindAsync(string? address, string? programs, string docker)
    {
        if (!string.IsNullOrWhiteSpace(address))
        {
            return Read(address);
        }

        if (programs is not null)
        {
            return await PrivateServer.StartAsync(programs).ConfigureAwait(false);
        }

        return await Docker.StartAsync(docker).ConfigureAwait(false) ?? throw new DatabaseUnavailableException(
            TestingErrors.NoServer(
                OperatingSystem.IsWindows() ? "programs that are installed are used on Unix alone" : "no initdb is on the path or in a usual place",
                "Docker does not answer"),
            inner: null);
    }

    // Every server has a database of that name, and any will do: others are made from it.
    private static string Read(string address)
    {
        try
        {
            if (PostgresUrl.TryRead(address) is not { } settings)
            {
                return PostgresAddress.Read(address);
            }

            settings["Database"] = settings.TryGetValue("Database", out var named) ? named : "postgres";
            return settings.ConnectionString;
        }
        catch (ArgumentException fault)
        {
            throw new DatabaseUnavailableException(TestingErrors.BadAddress(), fault);
        }
    }
}
