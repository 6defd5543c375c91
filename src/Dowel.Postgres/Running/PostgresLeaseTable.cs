namespace Dowel.Postgres;

/// <summary>The SQL of the lease: the right to migrate as a row with an owner and an end. Pure.</summary>
/// <remarks>
/// Two rows. <c>heartbeat</c> says who has the lease and until when, and is written with each heartbeat. <c>fence</c> says the
/// same of the owner and is written when the owner changes, and by every transaction of the owner just before it commits.
/// Were they one row, a transaction with a snapshot of its own could not commit after a heartbeat, nor a heartbeat be written
/// while one commits.
/// </remarks>
internal sealed class PostgresLeaseTable(string schema, string history)
{
    /// <summary>What the lease's name adds to the history's.</summary>
    public const string Suffix = "_lease";

    private readonly string _table = $"{PostgresNames.Quote(schema)}.{PostgresNames.Quote(history + Suffix)}";

    /// <summary>The table's name, qualified and quoted.</summary>
    public string Name => _table;

    /// <summary>Makes the table where it is missing.</summary>
    public PostgresPiece Create => new($"""
        create table if not exists {_table} (
            part text not null primary key,
            owner uuid not null,
            fence bigint not null,
            holder text not null,
            acquired_at timestamptz not null,
            expires_at timestamptz not null
        )
        """);

    /// <summary>Takes the lease where it is free, in one transaction; the third answers with the fence, or with no row where it was not free.</summary>
    /// <param name="owner">Who asks; another one each time.</param>
    /// <param name="holder">The same for people.</param>
    /// <param name="duration">How long it is had; zero turns out whoever had it and takes it for nobody.</param>
    /// <param name="key">The advisory lock that those hold who reach the server directly; null where the server has none.</param>
    /// <remarks>The advisory lock is held until the lease is committed, so that whoever takes it afterwards sees the lease.</remarks>
    public IReadOnlyList<PostgresPiece> Take(Guid owner, string holder, TimeSpan duration, long? key) =>
    [
        new("begin isolation level read committed read write"),
        new("set local lock_timeout = '2s'"),
        new($"""
            insert into {_table} as held (part, owner, fence, holder, acquired_at, expires_at)
            select 'heartbeat', cast($1 as uuid), 1, $2, clock_timestamp(), clock_timestamp() + make_interval(secs => $3)
            where not exists (select 1 from {_table} where part = 'heartbeat' and expires_at > clock_timestamp())
              and {(key is null ? "true" : "pg_try_advisory_xact_lock($4)")}
            on conflict (part) do update
            set owner = excluded.owner, fence = held.fence + 1, holder = excluded.holder,
                acquired_at = excluded.acquired_at, expires_at = excluded.expires_at
            where held.expires_at <= clock_timestamp()
            """) { Values = [owner.ToString(), holder, duration.TotalSeconds, .. key is { } number ? (object?[])[number] : []] },
        new($"""
            insert into {_table} as held (part, owner, fence, holder, acquired_at, expires_at)
            select 'fence', owner, fence, holder, acquired_at, acquired_at from {_table}
            where part = 'heartbeat' and owner = cast($1 as uuid)
            on conflict (part) do update
            set owner = excluded.owner, fence = excluded.fence, holder = excluded.holder,
                acquired_at = excluded.acquired_at, expires_at = excluded.expires_at
            returning fence::text
            """) { Values = [owner.ToString()] },
        new("commit"),
    ];

    /// <summary>A heartbeat; changes no row where the lease is lost.</summary>
    public PostgresPiece Renew(Guid owner, long fence, TimeSpan duration) => new($"""
        update {_table} set expires_at = clock_timestamp() + make_interval(secs => $3)
        where part = 'heartbeat' and owner = cast($1 as uuid) and fence = $2
        """)
    {
        Values = [owner.ToString(), fence, duration.TotalSeconds],
        MustChangeRow = true,
    };

    /// <summary>Fails where the lease is lost, and keeps it from being taken until the transaction ends.</summary>
    /// <remarks>Divides by the rows that are the owner's: none or one. What follows in the same round trip is not done then.</remarks>
    public PostgresPiece Fence(Guid owner, long fence) => new($"""
        with kept as (
            update {_table} set fence = fence where part = 'fence' and owner = cast($1 as uuid) and fence = $2 returning 1)
        select 1 / count(*) from kept
        """)
    {
        Values = [owner.ToString(), fence],
        IsBookkeeping = true,
        IsFence = true,
    };

    /// <summary>Names who has the lease; no row where it is free.</summary>
    public PostgresPiece ReadHolder => new($"""
        select format('%s, since %s UTC, until %s UTC unless it is renewed', holder,
                      to_char(acquired_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS'),
                      to_char(expires_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS'))
        from {_table} where part = 'heartbeat' and expires_at > clock_timestamp()
        """);
}
