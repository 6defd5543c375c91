using System.Globalization;
using Dowel.Schema;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>The strongest lock of a session on each relation, by the relation's id.</summary>
internal sealed class PostgresLocks : Dictionary<uint, TableLock>
{
    private const string Suffix = "Lock";

    /// <summary>Whether the session waited for somebody when it was looked at.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>Reads the locks of a session; one that it waits for counts as had.</summary>
    /// <param name="connection">Any session of the database.</param>
    /// <param name="process">The session that is looked at, by its process.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<PostgresLocks> ReadAsync(NpgsqlConnection connection, int process, CancellationToken cancellationToken)
    {
        var sql = $"""
            select coalesce(relation, 0)::text, mode, granted::text from pg_locks
            where pid = {process} and (not granted or locktype = 'relation' and database = (select oid from pg_database where datname = current_database()))
            """;
        var locks = new PostgresLocks();
        foreach (var row in (await PostgresRows.ReadAsync(connection, [sql], cancellationToken).ConfigureAwait(false))[0])
        {
            locks.IsWaiting |= row[2] == "false";
            locks.Add(uint.Parse(row[0]!, CultureInfo.InvariantCulture), row[1]!);
        }

        return locks;
    }

    /// <summary>Takes over what another look has found.</summary>
    public void Add(PostgresLocks others)
    {
        foreach (var (relation, mode) in others)
        {
            Strengthen(relation, mode);
        }
    }

    private void Add(uint relation, string mode)
    {
        // Others than these eight are of predicates, which lock nobody out.
        if (relation != 0 && mode.EndsWith(Suffix, StringComparison.Ordinal) && Enum.TryParse<TableLock>(mode[..^Suffix.Length], out var known))
        {
            Strengthen(relation, known);
        }
    }

    private void Strengthen(uint relation, TableLock mode) => this[relation] = mode > this.GetValueOrDefault(relation) ? mode : this[relation];
}
