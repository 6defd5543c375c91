using System.Collections.Concurrent;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>The columns of keys, asked of the catalog when one is broken for the first time, and kept.</summary>
/// <remarks>
/// The server's own error names them in its detail alone, beside the row's values (PostgreSQL 18, nbtinsert.c and ri_triggers.c), and the
/// driver writes a detail into its traces. So details stay redacted.
/// </remarks>
/// <param name="source">Gives a connection where the failed one cannot be used.</param>
internal sealed class PostgresKeyColumns(NpgsqlDataSource source)
{
    // An index has expressions too; a foreign key has no index.
    private const string Sql =
        """
        select coalesce(
            (select array_agg(a.attname::text order by k.place)
                from pg_constraint c cross join unnest(c.conkey) with ordinality k (number, place)
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number
                where c.conrelid = t.oid and c.conname = $3 and c.contype = 'f'),
            (select array_agg(coalesce(a.attname::text, pg_get_indexdef(i.indexrelid, n, true)) order by n)
                from pg_index i join pg_class x on x.oid = i.indexrelid cross join generate_series(1, i.indnkeyatts::integer) n
                left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[n - 1]
                where i.indrelid = t.oid and x.relname = $3))
        from pg_class t join pg_namespace s on s.oid = t.relnamespace
        where s.nspname = $1 and t.relname = $2
        """;

    // A pool may have no other connection, and the one that failed may hold locks.
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(string Schema, string Table, string Key), IReadOnlyList<string>> _known = new();

    /// <summary>Whether the error names a key.</summary>
    public static bool IsNamed(Exception error) => error is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation
            or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation,
        SchemaName: not null,
        TableName: not null,
        ConstraintName: not null,
    };

    /// <summary>The columns or expressions of the key that the error names, in their order; none where there is none or it cannot be told.</summary>
    /// <param name="error">The error.</param>
    /// <param name="idle">A connection that takes statements; null for another one.</param>
    public async ValueTask<IReadOnlyList<string>> FindAsync(Exception error, NpgsqlConnection? idle)
    {
        if (!IsNamed(error) || error is not PostgresException { SchemaName: { } schema, TableName: { } table, ConstraintName: { } name })
        {
            return [];
        }

        if (_known.TryGetValue((schema, table, name), out var known))
        {
            return known;
        }

        var found = await AskAsync(idle, schema, table, name).ConfigureAwait(false);
        return found.Length == 0 ? found : _known.GetOrAdd((schema, table, name), found);
    }

    private async Task<string[]> AskAsync(NpgsqlConnection? idle, params string[] names)
    {
        using var limit = new CancellationTokenSource(WaitMax);
        var other = idle is null ? source.CreateConnection() : new();
        await using var __ = other.ConfigureAwait(false);
        try
        {
            await (idle is null ? other.OpenAsync(limit.Token) : Task.CompletedTask).ConfigureAwait(false);
            var command = new NpgsqlCommand(Sql, idle ?? other);
            await using var _ = command.ConfigureAwait(false);
            foreach (var name in names)
            {
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
            }

            return await command.ExecuteScalarAsync(limit.Token).ConfigureAwait(false) as string[] ?? [];
        }
        catch (Exception error) when (PostgresErrors.IsExpected(error))
        {
            return [];
        }
    }
}
