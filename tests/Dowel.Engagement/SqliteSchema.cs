using Dowel.Conformance;

namespace Dowel.Engagement;

public sealed class SqliteSchema(Places places) : SchemaContract(Engine.Sqlite, places)
{
    private const string Ledger = "xp_ledger (ledger_id, user_id, amount, reason, correlation_id, policy_key, policy_version)";

    [Theory]
    [InlineData($"insert or replace into {Ledger} select ledger_id, user_id, 9, reason, '{{guid}}', policy_key, policy_version from xp_ledger where user_id = {{id}}")]
    [InlineData($"replace into {Ledger} select null, user_id, 9, reason, correlation_id, policy_key, policy_version from xp_ledger where user_id = {{id}}")]
    [InlineData($"insert into {Ledger} select null, user_id, 9, reason, correlation_id, policy_key, policy_version from xp_ledger where user_id = {{id}} on conflict (correlation_id) do update set amount = 9")]
    [InlineData("update or replace xp_ledger set amount = 9 where user_id = {id}")]
    [InlineData("update or ignore xp_ledger set amount = 9 where user_id = {id}")]
    [InlineData("replace into xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id) select user_id, reward_day_id, 999, 1, policy_key, 1, '{guid}' from xp_awards where user_id = {id}")]
    [InlineData("replace into xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id) select user_id, 'x', 999, 1, policy_key, 1, receipt_id from xp_awards where user_id = {id}")]
    [InlineData("replace into xp_users (user_id, external_user_id, reward_tz) select user_id, external_user_id, 'UTC' from xp_users where user_id = {id}")]
    [InlineData("replace into xp_users (external_user_id, reward_tz) select external_user_id, 'UTC' from xp_users where user_id = {id}")]
    [InlineData("update or replace xp_users set external_user_id = (select external_user_id from xp_users where user_id = {id}) where user_id = (select min(user_id) from xp_users where user_id <> {id})")]
    [InlineData("replace into xp_zone_history (history_id, user_id, event, from_tz, to_tz, effective_at) select history_id, user_id, 'applied', 'UTC', 'UTC', effective_at from xp_zone_history where user_id = {id}")]
    [InlineData("replace into xp_rules (policy_key, version, definition, created_by) values ('{policy}', 1, '{{}}', 'x')")]
    [InlineData("replace into xp_rules (policy_key, version, is_active, definition, created_by) values ('{policy}', 9, 1, '{{}}', 'x')")]
    [InlineData("update or replace xp_rules set is_active = 1 where policy_key = '{policy}' and version = 2")]
    public async Task Replacing_is_no_way_around(string sql)
    {
        var (_, id) = await BusyUserAsync();
        var before = await SnapshotAsync(id);

        foreach (var recursive in new[] { "off", "on" })
        {
            await RefusesAsync($"pragma recursive_triggers = {recursive}; {Fill(sql, id)}");
        }

        (await SnapshotAsync(id)).ShouldBe(before);
        (await Place.QueryAsync($"select version, is_active from xp_rules where policy_key = '{Policy}' order by version")).ShouldBe("1|1,2|0");
    }

    [Fact]
    public async Task A_balance_that_is_too_large_is_refused_and_no_fraction()
    {
        var (_, id) = await BusyUserAsync();
        var insert = $"insert into xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version) values ({id}, {long.MaxValue - 1}, 'X', '{Guid.NewGuid()}', 'x', 0)";

        await RefusesAsync(insert);
    }
}
