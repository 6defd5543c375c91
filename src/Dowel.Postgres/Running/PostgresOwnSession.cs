using Dowel.Migrations;

namespace Dowel.Postgres;

/// <summary>A session that is the connection's own: settings were sent at the start, and what a script does to it stays until the next one.</summary>
/// <param name="sender">Sends over the connection.</param>
/// <param name="lease">The right to migrate, where it is a lease; else null.</param>
internal sealed class PostgresOwnSession(PostgresSender sender, PostgresLease? lease = null) : IPostgresSession
{
    // In one statement, and in a transaction of its own.
    private static readonly PostgresPiece CleanSession = new("discard all") { EndsImplicitTransaction = true };

    // The same for the middle of a transaction, where `discard all` is refused (PostgreSQL 18 docs, DISCARD).
    private static readonly PostgresPiece[] CleanSessionWithin =
    [
        new("set session authorization default"),
        new("reset role"),
        new("reset all"),
        new("close all"),
        new("deallocate all"),
        new("unlisten *"),
        new("select pg_advisory_unlock_all()"),
        new("discard temp"),
        new("discard sequences"),
    ];

    // Whatever role a script has taken, until the end of the transaction.
    private static readonly PostgresPiece[] OwnRole = [new("set local session authorization default"), new("set local role none")];

    // The bound may be a script's own, so the session itself remembers it.
    private static readonly PostgresPiece[] LiftLockTimeout =
    [
        new("select set_config('dowel.lock_timeout', current_setting('lock_timeout'), false)"),
        new("select set_config('lock_timeout', '0', false)"),
    ];

    private static readonly PostgresPiece RestoreLockTimeout =
        new("select set_config('lock_timeout', current_setting('dowel.lock_timeout'), false)");

    private List<PostgresPiece> _prelude = [];
    private bool _isUsed;

    /// <inheritdoc/>
    public PostgresLease? Lease => lease;

    /// <inheritdoc/>
    public IReadOnlyList<PostgresPiece> BeforeBegin => _prelude;

    /// <inheritdoc/>
    public IReadOnlyList<PostgresPiece> AfterBegin => [];

    /// <inheritdoc/>
    public IReadOnlyList<PostgresPiece> BetweenScripts => CleanSessionWithin;

    /// <inheritdoc/>
    public IReadOnlyList<PostgresPiece> TakeBack { get; } = [new("rollback")];

    /// <inheritdoc/>
    public IReadOnlyList<PostgresPiece> BeforeQuestion => [];

    /// <inheritdoc/>
    public void Prepare(PreparedScript script)
    {
        // Sent ahead of the script's first statement, so that a clean session costs no round trip.
        _prelude = _isUsed ? [CleanSession] : [];
        _isUsed = true;
        if (script.Script.Directives.LockTimeout is { } timeout)
        {
            _prelude.Add(new($"set lock_timeout = {PostgresConnections.Milliseconds(timeout)}"));
        }
    }

    /// <inheritdoc/>
    public void Committed() => _prelude = [];

    /// <inheritdoc/>
    public IReadOnlyList<PostgresPiece> BeforeEnd(IReadOnlyList<PostgresPiece> rows) => rows.Count > 0 ? OwnRole : [];

    /// <inheritdoc/>
    public async Task<StatementFailure?> RunOutsideAsync(PostgresPiece statement, CancellationToken cancellationToken)
    {
        // An index build waits for every transaction older than itself; giving up would leave an INVALID index behind.
        var isPatient = statement.Statement?.Traits.HasFlag(StatementTraits.WaitsForOthers) != false;
        PostgresPiece[] before = [.. _prelude, .. isPatient ? LiftLockTimeout : []];
        if (await sender.SendAsync(before, cancellationToken).ConfigureAwait(false) is { } failure)
        {
            return failure;
        }

        _prelude = [];
        if (lease is not null && await sender.SendAsync([lease.Fence], cancellationToken).ConfigureAwait(false) is { } tooLate)
        {
            return tooLate;
        }

        failure = await sender.SendAsync([statement], cancellationToken).ConfigureAwait(false);
        return await sender.SendAsync(isPatient ? [RestoreLockTimeout] : [], CancellationToken.None).ConfigureAwait(false) is { } lost
            ? failure ?? lost
            : failure;
    }
}
