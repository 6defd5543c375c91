using System.Globalization;
using System.IO.Enumeration;
using Dowel.Migrations;

namespace Dowel.Postgres;

/// <summary>Schemas of one PostgreSQL database, or databases of one server, as targets of a fan-out.</summary>
/// <remarks>
/// Names are read whole before the first target is opened: a query that stays open would keep a snapshot, for which
/// <c>create index concurrently</c> waits.
/// </remarks>
public sealed class PostgresTargets
{
    // What begins with pg_ is the server's own (PostgreSQL 18 docs, 5.10.5).
    private const string Schemas = """
        select nspname::text from pg_namespace
        where nspname !~ '^pg_' and nspname <> 'information_schema' order by nspname collate "C"
        """;

    private const string Databases = """
        select datname::text from pg_database
        where datallowconn and not datistemplate order by datname collate "C"
        """;

    private readonly PostgresConnections _connections;
    private readonly PostgresMigrationOptions _options;

    /// <summary>Names the database whose schemas, or whose server's databases, are meant; nothing is opened yet.</summary>
    /// <param name="connectionString">An Npgsql connection string; its password is never shown.</param>
    /// <param name="options">The history table, and the schema where databases are the targets; null for the defaults.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public PostgresTargets(string connectionString, PostgresMigrationOptions? options = null)
    {
        _options = options ?? new();
        _connections = new(connectionString);
    }

    /// <summary>Reads the schemas that a pattern or a query names.</summary>
    /// <param name="patternOrQuery">
    /// A name in which <c>*</c> and <c>%</c> stand for any letters and <c>?</c> for one, of schemas that are there; or a query,
    /// which begins with <c>select</c>, <c>values</c>, <c>table</c> or <c>with</c> and gives one name a row. A schema that a query
    /// names and that is not there is made when it is brought up; one that a pattern has found and that is gone by then is a target that fails.
    /// </param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="MigrationRefusedException">The query fails, or does not give names.</exception>
    /// <exception cref="DatabaseUnavailableException">The server does not answer or refuses.</exception>
    public async Task<IReadOnlyList<MigrationTarget>> ReadSchemasAsync(string patternOrQuery, CancellationToken cancellationToken = default) =>
    [
        .. (await ReadAsync(patternOrQuery, Schemas, cancellationToken).ConfigureAwait(false)).Select(name => new MigrationTarget(
            name, () => new PostgresMigrationDatabase(_connections.ConnectionString, _options with { Schema = name }) { HasSchema = !IsQuery(patternOrQuery) })),
    ];

    /// <summary>Reads the databases that a pattern or a query names; a database that is not there is a target that fails.</summary>
    /// <param name="patternOrQuery">As for <see cref="ReadSchemasAsync"/>; a pattern leaves templates out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="MigrationRefusedException">The query fails, or does not give names.</exception>
    /// <exception cref="DatabaseUnavailableException">The server does not answer or refuses.</exception>
    public async Task<IReadOnlyList<MigrationTarget>> ReadDatabasesAsync(string patternOrQuery, CancellationToken cancellationToken = default) =>
    [
        .. (await ReadAsync(patternOrQuery, Databases, cancellationToken).ConfigureAwait(false)).Select(name => new MigrationTarget(
            name, () => new PostgresMigrationDatabase(_connections.To(name).ConnectionString, _options))),
    ];

    /// <summary>Whether a text is a query and no pattern.</summary>
    internal static bool IsQuery(string text)
    {
        var word = new string([.. text.TrimStart().TakeWhile(char.IsAsciiLetter)]);
        return word.Length < text.Trim().Length && word.ToLowerInvariant() is "select" or "values" or "table" or "with";
    }

    /// <summary>Reads how many connections more the server takes.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DatabaseUnavailableException">The server does not answer or refuses.</exception>
    public async Task<int> ReadFreeConnectionsAsync(CancellationToken cancellationToken = default)
    {
        // A role that is not the server's own is not told what the sessions of others are; they are those that have a database.
        const string free = """
            select (current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                    - (select count(*) from pg_stat_activity
                       where datid is not null and coalesce(backend_type, 'client backend') = 'client backend'))::text
            """;
        var answer = await new PostgresNameQuery(_connections).ReadAsync(free, cancellationToken).ConfigureAwait(false);
        return int.Parse(answer[0], CultureInfo.InvariantCulture);
    }

    private async Task<IEnumerable<string>> ReadAsync(string patternOrQuery, string all, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(patternOrQuery);
        var query = new PostgresNameQuery(_connections);
        if (IsQuery(patternOrQuery))
        {
            return await query.ReadAsync(patternOrQuery, cancellationToken).ConfigureAwait(false);
        }

        var expression = patternOrQuery.Replace("\\", "\\\\", StringComparison.Ordinal).Replace('%', '*');
        var names = await query.ReadAsync(all, cancellationToken).ConfigureAwait(false);
        return names.Where(name => FileSystemName.MatchesSimpleExpression(expression, name, ignoreCase: false));
    }
}
