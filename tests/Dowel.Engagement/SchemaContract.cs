using Dowel.Conformance;
using PlayerEngagement;

namespace Dowel.Engagement;

public abstract class SchemaContract(Engine engine, Places places) : EngagementContract(engine, places)
{
    [Theory]
    [InlineData("xp_users", "user_id,external_user_id,reward_tz,segment_key,created_at,updated_at,pending_tz,pending_tz_from")]
    [InlineData("xp_ledger", "ledger_id,user_id,amount,reason,correlation_id,policy_key,policy_version,season_id,metadata,created_at")]
    [InlineData("xp_balance", "user_id,current_balance,lifetime_xp,seasonal_xp,season_id,updated_at")]
    [InlineData("xp_streaks", "user_id,current_streak,longest_streak,grace_used,last_reward_day_id,model_state,updated_at")]
    [InlineData("xp_rules", "policy_key,version,is_active,definition,created_by,created_at,updated_at")]
    [InlineData("xp_awards", "award_id,user_id,reward_day_id,xp_awarded,streak_day,policy_key,policy_version,receipt_id,model_state_snapshot,created_at")]
    [InlineData("xp_zone_history", "history_id,user_id,event,from_tz,to_tz,effective_at,created_at")]
    public async Task The_tables_have_their_columns(string table, string columns) => (await Place.QueryAsync(IsSqlite
        ? $"select name from pragma_table_info('{table}') order by cid"
        : $"select column_name from information_schema.columns where table_schema = 'xp' and table_name = '{table}' order by ordinal_position")).ShouldBe(columns);

    [Fact]
    public async Task The_indexes_have_their_names() => (await Place.QueryAsync(IsSqlite
        ? "select name from sqlite_master where type = 'index' and name not like 'sqlite_%' order by name"
        : "select indexname from pg_indexes where schemaname = 'xp' and indexname not like '%_pkey' and tablename like 'xp\\_%' order by indexname collate \"C\""))
        .Split(',').ShouldBe(
        [
            "xp_awards_policy_idx", "xp_awards_receipt_id_uidx", "xp_awards_reward_day_idx", "xp_awards_user_day_uidx",
            "xp_ledger_correlation_id_uidx", "xp_ledger_policy_idx", "xp_ledger_user_created_at_idx",
            "xp_rules_active_uidx", "xp_streaks_last_reward_day_idx",
            "xp_users_external_user_id_uidx", "xp_users_reward_tz_idx", "xp_zone_history_user_idx",
        ]);

    [Theory]
    [InlineData("update {ledger} set amount = 1000")]
    [InlineData("update {ledger} set metadata = '{{\"a\":1}}' where user_id = {id}")]
    [InlineData("delete from {ledger} where user_id = {id}")]
    [InlineData("update {awards} set xp_awarded = 1000")]
    [InlineData("delete from {awards} where user_id = {id}")]
    [InlineData("update {zones} set to_tz = 'UTC'")]
    [InlineData("delete from {zones} where user_id = {id}")]
    [InlineData("update {rules} set definition = '{{}}'")]
    [InlineData("update {rules} set version = version + 1000")]
    [InlineData("delete from {rules} where not is_active")]
    public async Task What_has_been_entered_stays_as_it_is(string sql)
    {
        var (user, id) = await BusyUserAsync();
        var before = await SnapshotAsync(id);

        await RefusesAsync(Fill(sql, id));

        (await SnapshotAsync(id)).ShouldBe(before);
        (await Rewards.DeleteUserAsync(user, Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_user_who_is_deleted_with_sql_takes_the_ledger_along()
    {
        var (_, id) = await BusyUserAsync();

        await RunAsync($"delete from xp_users where user_id = {id}");

        (await SnapshotAsync(id)).ShouldBe("0||0|0");
    }

    [Theory]
    [InlineData("insert into xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version) values ({id}, 0, 'X', '{guid}', 'x', 0)")]
    [InlineData("insert into xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version) values ({id}, -1000, 'X', '{guid}', 'x', 0)")]
    [InlineData("insert into xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version) values (-7, 1, 'X', '{guid}', 'x', 0)")]
    [InlineData("insert into xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id) values ({id}, 'x', 0, 1, 'x', 0, '{guid}')")]
    [InlineData("insert into xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id) values ({id}, 'x', 1, -1, 'x', 0, '{guid}')")]
    [InlineData("update xp_streaks set grace_used = -1 where user_id = {id}")]
    [InlineData("update xp_users set pending_tz = 'UTC', pending_tz_from = null where user_id = {id}")]
    public async Task A_row_that_breaks_a_rule_is_refused(string sql)
    {
        var (_, id) = await BusyUserAsync();

        await RefusesAsync(Fill(sql, id));
    }

    [Fact]
    public async Task A_row_with_defaults_alone_is_complete()
    {
        var user = await UserAsync();
        var id = await Place.QueryAsync($"select user_id from {Table("xp_users")} where external_user_id = '{user}'");

        await RunAsync(Fill("insert into xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version) values ({id}, 5, 'X', '{guid}', 'x', 0)", id));

        var entry = (await Rewards.ListHistoryAsync(user, new Dowel.Data.PageRequest(1), Cancellation)).Items.ShouldHaveSingleItem();
        entry.Metadata.ShouldBeEmpty();
        entry.CreatedAt.ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(2));
        (await Rewards.ReadProfileAsync(user, Cancellation))!.CurrentBalance.ShouldBe(5);
    }

    [Fact]
    public async Task Entries_of_an_earlier_season_and_of_none_leave_the_seasons_total_alone()
    {
        var user = await UserAsync();
        var id = await Place.QueryAsync($"select user_id from {Table("xp_users")} where external_user_id = '{user}'");
        var totals = new List<string>();
        foreach (var (amount, season) in new[] { (10, "'a'"), (-4, "'a'"), (5, "null"), (7, "'b'"), (3, "'a'"), (-2, "'c'"), (1, "'c'") })
        {
            await RunAsync(Fill($"insert into xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id) values ({{id}}, {amount}, 'X', '{{guid}}', 'x', 0, {season})", id));
            totals.Add(await Place.QueryAsync($"select current_balance, lifetime_xp, seasonal_xp, season_id from {Table("xp_balance")} where user_id = {id}"));
        }

        totals.ShouldBe(["10|10|10|a", "6|10|10|a", "11|15|10|a", "18|22|7|b", "21|25|7|b", "19|25|0|c", "20|26|1|c"]);
    }

    /// <summary>Somebody with an entry, an award, and an event in the zone's history.</summary>
    private protected async Task<(string User, string Id)> BusyUserAsync()
    {
        await ActivateAsync(new(50));
        await Rewards.PublishPolicyAsync(Policy, new(51), "tests", Cancellation);
        var user = await UserAsync();
        (await ClaimAsync(user)).Status.ShouldBe(ClaimStatus.Granted);
        await Rewards.ChangeZoneAsync(user, "Asia/Tokyo", Cancellation);
        return (user, await Place.QueryAsync($"select user_id from {Table("xp_users")} where external_user_id = '{user}'"));
    }

    private protected string Fill(string sql, string id) => sql
        .Replace("{{", "\u0001", StringComparison.Ordinal).Replace("}}", "\u0002", StringComparison.Ordinal)
        .Replace("{id}", id, StringComparison.Ordinal).Replace("{guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal)
        .Replace("{ledger}", Table("xp_ledger"), StringComparison.Ordinal).Replace("{awards}", Table("xp_awards"), StringComparison.Ordinal)
        .Replace("{zones}", Table("xp_zone_history"), StringComparison.Ordinal).Replace("{rules}", Table("xp_rules"), StringComparison.Ordinal)
        .Replace("{policy}", Policy, StringComparison.Ordinal)
        .Replace('\u0001', '{').Replace('\u0002', '}');

    /// <summary>A user's rows in all that is append-only, and this test's policies.</summary>
    private protected Task<string> SnapshotAsync(string id) => Place.QueryAsync($"""
        select
            (select count(*) from {Table("xp_ledger")} where user_id = {id}),
            (select sum(amount) from {Table("xp_ledger")} where user_id = {id}),
            (select count(*) from {Table("xp_awards")} where user_id = {id}),
            (select count(*) from {Table("xp_zone_history")} where user_id = {id})
        """);
}
