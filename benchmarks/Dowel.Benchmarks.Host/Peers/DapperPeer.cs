using System.Data.Common;
using Dapper;
using Dowel.Data;
using PlayerEngagement;
using SystemsHost;

namespace Dowel.Benchmarks;

/// <summary>Dapper, with statements as one writes them by hand who knows the engine.</summary>
internal abstract class DapperPeer : IPeer
{
    private const string Facts = """
        select u.user_id, u.reward_tz, u.segment_key, s.current_streak, s.longest_streak, s.grace_used, s.last_reward_day_id, s.model_state,
            a.created_at as last_awarded_at, r.version as policy_version, r.definition, l.user_id as entry_user_id
        from xp_users u
        left join xp_streaks s on s.user_id = u.user_id
        left join xp_awards a on a.user_id = s.user_id and a.reward_day_id = s.last_reward_day_id
        left join xp_rules r on r.policy_key = @PolicyKey and r.is_active
        left join xp_ledger l on l.correlation_id = @CorrelationId
        where u.external_user_id = @ExternalUserId
        """;

    private const string Award = "select * from xp_awards where user_id = @UserId";

    // One round trip for three statements.
    private const string Grant = """
        insert into xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id, model_state_snapshot, created_at)
        values (@UserId, @RewardDayId, @Xp, @StreakDay, @PolicyKey, @PolicyVersion, @CorrelationId, @State{json}, @Now);
        insert into xp_streaks (user_id, current_streak, longest_streak, grace_used, last_reward_day_id, model_state, updated_at)
        values (@UserId, @CurrentStreak, @LongestStreak, @GraceUsed, @RewardDayId, @State{json}, @Now)
        on conflict (user_id) do update set
            current_streak = excluded.current_streak, longest_streak = excluded.longest_streak, grace_used = excluded.grace_used,
            last_reward_day_id = excluded.last_reward_day_id, model_state = excluded.model_state, updated_at = excluded.updated_at;
        insert into xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id, metadata, created_at)
        values (@UserId, @Xp, 'DAILY_LOGIN', @CorrelationId, @PolicyKey, @PolicyVersion, @SeasonId, @Details{json}, @Now)
        """;

    private const string Upsert = """
        insert into project_files (id, project_id, path, content, created_at, updated_at)
        select @Id, p.id, @Path, @Content, @UpdatedAt, @UpdatedAt from projects p where p.id = @ProjectId and p.owner_id = @Owner
        on conflict (project_id, path) do update set content = excluded.content, updated_at = excluded.updated_at
        returning id
        """;

    private const string List = """
        select f.path, f.content, f.created_at, f.updated_at
        from project_files f join projects p on p.id = f.project_id
        where f.project_id = @Project and p.owner_id = @Owner and f.path > @After
        order by f.path limit @Count
        """;

    private readonly string _facts;
    private readonly string _grant;

    /// <summary>Learns how the engine has it.</summary>
    /// <param name="hold">What keeps others from a row that is read, at the end of a query.</param>
    /// <param name="json">What makes a document of text, behind it.</param>
    protected DapperPeer(string hold, string json)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        _facts = Facts + hold;
        _grant = Grant.Replace("{json}", json, StringComparison.Ordinal);
    }

    /// <summary>A statement before each, which tells the server whose rows are meant; empty for none.</summary>
    protected virtual string Tell => "";

    /// <inheritdoc/>
    public async Task<ClaimResult> ClaimAsync(ClaimRequest claim, CancellationToken cancellationToken)
    {
        using var turn = await WaitAsync(cancellationToken);
        await using var connection = await OpenRewardsAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<FactsRow>(new(_facts, claim, transaction, cancellationToken: cancellationToken));
        var (answer, grant) = Decision.Of(row, claim);
        if (grant is null)
        {
            return new(answer, row is null ? null : await FindAsync(connection, transaction, row, claim));
        }

        await connection.ExecuteAsync(new(_grant, new GrantRow(grant), transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return new(ClaimStatus.Granted, Receipt.Of(grant));
    }

    /// <inheritdoc/>
    public async Task<UpsertResult> WriteAsync(Guid owner, FileRow file, CancellationToken cancellationToken)
    {
        using var turn = await WaitAsync(cancellationToken);
        await using var connection = await OpenFilesAsync(cancellationToken);
        var parameters = new { file.Id, file.ProjectId, file.Path, file.Content, file.UpdatedAt, Owner = owner };
        var written = (await ReadAsync<Guid?>(connection, Upsert, parameters, cancellationToken)).SingleOrDefault();
        return written is null ? UpsertResult.Unchanged : written == file.Id ? UpsertResult.Inserted : UpsertResult.Updated;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<FileView>> ListAsync(Guid owner, Guid project, string after, int count, CancellationToken cancellationToken)
    {
        await using var connection = await OpenFilesAsync(cancellationToken);
        return [.. (await ReadAsync<FileRow>(connection, List, new { Project = project, Owner = owner, After = after, Count = count }, cancellationToken))
            .Select(row => new FileView(row.Path, row.Content, row.CreatedAt, row.UpdatedAt))];
    }

    /// <summary>Opens a connection to players and rewards.</summary>
    protected abstract Task<DbConnection> OpenRewardsAsync(CancellationToken cancellationToken);

    /// <summary>Opens a connection to projects and files.</summary>
    protected abstract Task<DbConnection> OpenFilesAsync(CancellationToken cancellationToken);

    /// <summary>Waits until this request may write.</summary>
    protected virtual ValueTask<IDisposable?> WaitAsync(CancellationToken cancellationToken) => default;

    private async Task<IEnumerable<T>> ReadAsync<T>(DbConnection connection, string sql, object parameters, CancellationToken cancellationToken)
    {
        if (Tell.Length == 0)
        {
            return await connection.QueryAsync<T>(new(sql, parameters, cancellationToken: cancellationToken));
        }

        // Both in one round trip, which is one transaction.
        await using var both = await connection.QueryMultipleAsync(new(Tell + sql, parameters, cancellationToken: cancellationToken));
        await both.ReadSingleAsync<string>();
        return await both.ReadAsync<T>();
    }

    private static async Task<Receipt?> FindAsync(DbConnection connection, DbTransaction transaction, FactsRow row, ClaimRequest claim)
    {
        var (condition, parameters) = row.EntryUserId is null
            ? ("reward_day_id = @LastRewardDayId", (object)row)
            : ("receipt_id = @CorrelationId", new { row.UserId, claim.CorrelationId });
        var award = await connection.QuerySingleOrDefaultAsync<AwardRow>($"{Award} and {condition}", parameters, transaction);
        return award?.ToReceipt();
    }
}
