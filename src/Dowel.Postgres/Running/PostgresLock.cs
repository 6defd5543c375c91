using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>The right to migrate: an advisory lock of a session that has no transaction open.</summary>
/// <remarks>
/// Polled, never waited for in the server: a session that waits inside <c>pg_advisory_lock</c> has a snapshot, for which a
/// concurrent index build of the holder would wait in turn.
/// </remarks>
internal sealed class PostgresLock(NpgsqlConnection connection, long key) : IAsyncDisposable
{
    // The session must outlive whatever timeouts the server's configuration has for idle ones; unknown names do not match.
    private const string StayAlive = """
        select set_config(name, '0', false) from pg_settings
        where name in ('idle_session_timeout', 'statement_timeout', 'lock_timeout')
        """;

    private const string Holder = """
        select format('process %s of user %s, application %s%s, connected since %s UTC', a.pid, a.usename,
                      coalesce(nullif(a.application_name, ''), '(unnamed)'),
                      coalesce(' on ' || host(a.client_addr), ''),
                      to_char(a.backend_start at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS'))
        from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'advisory' and l.granted and l.objsubid = 1
          and l.database = (select oid from pg_database where datname = current_database())
          and l.classid::bigint = ($1 >> 32) & 4294967295 and l.objid::bigint = $1 & 4294967295
        limit 1
        """;

    /// <summary>Whether it was not given back yet; the server may have freed it with the connection.</summary>
    public bool IsHeld { get; private set; } = true;

    /// <summary>The key of a history: the first eight bytes of the SHA-256 of its name. Locks are of one database already.</summary>
    public static long KeyOf(string schema, string history) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"dowel:{schema}.{history}")));

    /// <summary>Asks once.</summary>
    /// <param name="connection">The connection whose session is to hold the lock.</param>
    /// <param name="key">The lock.</param>
    /// <param name="lease">The lease of those who cannot have the lock.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <remarks>
    /// Who takes a lease has the lock until the lease is committed. So a lease is seen from here, where there is one, and
    /// once the lock is had none can be taken.
    /// </remarks>
    public static async Task<PostgresLock?> TryTakeAsync(
        NpgsqlConnection connection, long key, PostgresLeaseTable lease, CancellationToken cancellationToken)
    {
        var (isHad, hasLease) = await AskAsync(connection, key, lease, cancellationToken).ConfigureAwait(false);
        if (!isHad)
        {
            return null;
        }

        var held = new PostgresLock(connection, key);
        if (!hasLease || await PostgresLease.TurnOutAsync(connection, lease, key, cancellationToken).ConfigureAwait(false))
        {
            return held;
        }

        await held.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    /// <summary>Names who has the right to migrate: the session that holds the lock, or the process that has the lease.</summary>
    public static async Task<string?> ReadHolderAsync(
        NpgsqlConnection connection, long key, PostgresLeaseTable lease, CancellationToken cancellationToken)
    {
        try
        {
            if (await AskAsync(connection, lease.ReadHolder, cancellationToken).ConfigureAwait(false) is { } holder)
            {
                return holder;
            }
        }
        catch (PostgresException error) when (PostgresFailures.IsMissingTable(error))
        {
            // Nobody has ever needed a lease here.
        }

        return await AskAsync(connection, new(Holder) { Values = [key] }, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<string?> AskAsync(NpgsqlConnection connection, PostgresPiece question, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection) { BatchCommands = { question.ToCommand() } };
        await using var _ = batch.ConfigureAwait(false);
        return await batch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Where the connection is gone, the server has freed the lock.
        IsHeld = false;
        await new PostgresSender(connection)
            .SendAsync([new("select pg_advisory_unlock($1)") { Values = [key] }], CancellationToken.None)
            .ConfigureAwait(false);
    }

    private static async Task<(bool IsHad, bool HasLease)> AskAsync(
        NpgsqlConnection connection, long key, PostgresLeaseTable lease, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new PostgresPiece("select pg_try_advisory_lock($1)") { Values = [key] }.ToCommand(),
                new PostgresPiece("select to_regclass($1) is not null") { Values = [lease.Name] }.ToCommand(),
                new PostgresPiece(StayAlive).ToCommand(),
            },
        };
        await using var _ = batch.ConfigureAwait(false);
        var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var isHad = reader.GetBoolean(0);
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return (isHad, reader.GetBoolean(0));
    }
}
