using System.Security.Cryptography;
using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A throw-away schema in a database that is somebody's, for roles that may make no database.</summary>
/// <remarks>
/// It is committed, and dropped in the end: what is tried here are scripts as they run later, on connections and in transactions of their
/// own, and some in none, so that no one transaction around all of it could be rolled back.
/// </remarks>
internal sealed class PostgresScratchSchema
{
    private const string Schemas = "select nspname::text from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'";

    private readonly PostgresConfinement _confinement;

    private PostgresScratchSchema(string name, PostgresConfinement confinement) => (Name, _confinement) = (name, confinement);

    /// <summary>The schema's name.</summary>
    public string Name { get; }

    /// <summary>A new name that says what it is for.</summary>
    public static string NewName() => $"dowel_scratch_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";

    /// <summary>Makes it.</summary>
    /// <param name="connections">The database.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DatabaseUnavailableException">The role may not.</exception>
    public static async Task<PostgresScratchSchema> CreateAsync(PostgresConnections connections, CancellationToken cancellationToken)
    {
        var connection = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var name = NewName();
        try
        {
            var schemas = await PostgresRows.QueryAsync(connection, Schemas, cancellationToken).ConfigureAwait(false);
            await PostgresRows.QueryAsync(connection, $"create schema {name}", cancellationToken).ConfigureAwait(false);
            return new(name, new(schemas.Select(row => row[0]!).ToHashSet(StringComparer.Ordinal)));
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            var names = await PostgresRows.QueryAsync(connection, "select quote_ident(current_user), quote_ident(current_database())", cancellationToken).ConfigureAwait(false);
            throw new DatabaseUnavailableException(ScratchErrors.NoPlace(connections.DisplayName, names[0][0]!, names[0][1]!), error);
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            throw PostgresFailures.Unavailable(error, connections.DisplayName);
        }
    }

    /// <summary>Drops it and all that is in it.</summary>
    public async Task DropAsync(PostgresConnections connections)
    {
        var connection = await connections.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        try
        {
            await PostgresRows.QueryAsync(connection, $"drop schema if exists {Name} cascade", CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (PostgresFailures.IsExpected(error))
        {
            throw PostgresFailures.Unavailable(error, connections.DisplayName);
        }
    }

    /// <summary>Finds statements that reach beyond the schema, and code, of which nobody knows.</summary>
    /// <param name="scripts">What is about to run.</param>
    /// <param name="database">The database's name for people.</param>
    public IReadOnlyList<DowelError> Find(IReadOnlyList<PreparedScript> scripts, string database) =>
    [
        .. from script in scripts
           from statement in script.Statements
           let what = _confinement.Find(statement.Text)
           where what is not null
           select ScratchErrors.NotConfined(what, database, script.Locate(statement)),
        .. scripts.Where(script => script.Script.Code is not null).Select(script => ScratchErrors.NotConfined("is code", database, new(script.Script.Path))),
    ];

    /// <summary>Refuses a statement that reaches beyond the schema.</summary>
    /// <exception cref="MigrationRefusedException">It does; it was not sent.</exception>
    public void Require(string statement, string database)
    {
        if (_confinement.Find(statement) is { } what)
        {
            throw new MigrationRefusedException([ScratchErrors.NotConfined(what, database, place: null)]);
        }
    }
}
