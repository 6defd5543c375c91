using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A session that a pooler lends for one transaction: it is told what holds there, and handed back as it was.</summary>
/// <remarks>
/// Settings made for a transaction end with it. Those that a script makes for good, prepared statements, temporary tables and
/// the like are taken back before the commit. What somebody else had set before, the pooler itself perhaps, is put back.
/// </remarks>
internal sealed class PostgresBorrowedSession : IPostgresSession
{
    // What poolers keep equal between client and server; a script that says `reset all` has lost the note of it.
    private static readonly string[] KeptByPoolers =
        ["client_encoding", "application_name", "DateStyle", "IntervalStyle", "TimeZone", "standard_conforming_strings"];

    private static readonly PostgresPiece ReleaseLocks = new("select pg_advisory_unlock_all()");

    private readonly PostgresSender _sender;
    private readonly PostgresPiece _restore;
    private readonly PostgresPiece _deallocate;
    private readonly IReadOnlyList<(string Name, string Value)> _settings;
    private TimeSpan? _lockTimeout;

    /// <summary>Takes a connection's sessions over, one after the other.</summary>
    /// <param name="connection">The connection to the pooler.</param>
    /// <param name="settings">Names and values of the settings that scripts are to find.</param>
    /// <param name="lease">The right to migrate; null where none was asked for.</param>
    public PostgresBorrowedSession(
        NpgsqlConnection connection, IReadOnlyList<(string Name, string Value)> settings, PostgresLease? lease)
    {
        (_sender, _settings, Lease) = (new(connection), settings, lease);
        var kept = KeptByPoolers
            .Where(connection.PostgresParameters.ContainsKey)
            .Select(name => $"{Literal(name)}, {Literal(connection.PostgresParameters[name])}");
        _deallocate = new(Block(""));
        _restore = new(Block($"""
                execute 'reset all';
                perform set_config(key, value, false)
                from json_each_text(coalesce(nullif(before, ''), json_build_object({string.Join(", ", kept)})::text)::json);
            """));
    }

    /// <inheritdoc/>
    public PostgresLease? Lease { get; }

    /// <inheritdoc/>
    public IReadOnlyList<PostgresPiece> BeforeBegin => [];

    /// <inheritdoc/>
    public IReadOnlyList<PostgresPiece> AfterBegin => Settle(isLocal: true, _lockTimeout);

    /// <inheritdoc/>
    public IReadOnlyList<PostgresPiece> BetweenScripts => [.. Clean(), .. AfterBegin];

    /// <inheritdoc/>
    /// <remarks>In one round trip: behind the rollback's own answer the session may be somebody else's.</remarks>
    public IReadOnlyList<PostgresPiece> TakeBack => [new("rollback"), ReleaseLocks, _deallocate];

    /// <inheritdoc/>
    public IReadOnlyList<PostgresPiece> BeforeQuestion => Set(isLocal: true, lockTimeout: null);

    /// <inheritdoc/>
    public void Prepare(PreparedScript script) => _lockTimeout = script.Script.Directives.LockTimeout;

    /// <inheritdoc/>
    public void Committed()
    {
    }

    /// <inheritdoc/>
    /// <remarks>Deferred constraints speak first, while the script's own role and search path hold, as they would at its commit.</remarks>
    public IReadOnlyList<PostgresPiece> BeforeEnd(IReadOnlyList<PostgresPiece> rows) =>
        [new("set constraints all immediate"), .. Clean()];

    /// <inheritdoc/>
    /// <remarks>
    /// The settings are made in a transaction, which keeps the session borrowed, and which the fence keeps from ending behind
    /// a lost lease. Its commit, the statement, and what takes the settings back travel together: a pooler keeps a session for
    /// a client whose requests it has not answered yet.
    /// </remarks>
    public async Task<StatementFailure?> RunOutsideAsync(PostgresPiece statement, CancellationToken cancellationToken)
    {
        // An index build waits for every transaction older than itself; giving up would leave an INVALID index behind.
        var isPatient = statement.Statement?.Traits.HasFlag(StatementTraits.WaitsForOthers) != false;
        PostgresPiece[] before =
        [
            new("begin read write"),
            .. Settle(isLocal: false, isPatient ? TimeSpan.Zero : _lockTimeout),
            .. Lease is null ? Array.Empty<PostgresPiece>() : [Lease.Fence],
        ];
        var failure = await _sender.SendAsync(before, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            await _sender.SendAsync([new("rollback")], CancellationToken.None).ConfigureAwait(false);
            return failure;
        }

        return await _sender.SendAsync(
            [new("commit"), statement with { EndsImplicitTransaction = true }, .. Clean()], cancellationToken).ConfigureAwait(false);
    }

    private PostgresPiece[] Clean() =>
    [
        new("set session authorization default"),
        new("reset role"),
        new("close all"),
        new("unlisten *"),
        ReleaseLocks,
        new("discard temp"),
        new("discard sequences"),
        _restore,
    ];

    private PostgresPiece[] Settle(bool isLocal, TimeSpan? lockTimeout) =>
    [
        new($"""
            select set_config('dowel.session', (
                select coalesce(json_object_agg(name, setting), json_build_object())::text from pg_catalog.pg_settings
                where source = 'session' and not starts_with(name, 'transaction_') and not starts_with(name, 'dowel.')), {Sql(isLocal)})
            """),
        .. Set(isLocal, lockTimeout),
    ];

    private IReadOnlyList<PostgresPiece> Set(bool isLocal, TimeSpan? lockTimeout)
    {
        var settings = _settings.Select(setting => setting.Name == "lock_timeout" && lockTimeout is { } bound
            ? (setting.Name, Value: PostgresConnections.Milliseconds(bound))
            : setting).ToArray();
        var calls = settings.Select((setting, i) => $"set_config('{setting.Name}', ${i + 1}, {Sql(isLocal)})");
        return [new($"select {string.Join(", ", calls)}") { Values = [.. settings.Select(setting => setting.Value)] }];
    }

    // The note is read before anything is reset, and statements are dropped that SQL has prepared: the others are the pooler's.
    private static string Block(string last) => $"""
        do $dowel$
        declare
            before text := current_setting('dowel.session', true);
            prepared text;
        begin
            for prepared in select name from pg_catalog.pg_prepared_statements where from_sql loop
                execute format('deallocate %I', prepared);
            end loop;
        {last}
        end $dowel$
        """;

    private static string Sql(bool value) => value ? "true" : "false";

    private static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
