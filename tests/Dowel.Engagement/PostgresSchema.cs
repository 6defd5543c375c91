using Dowel.Conformance;

namespace Dowel.Engagement;

public sealed class PostgresSchema(Places places) : SchemaContract(Engine.Postgres, places)
{
    [Theory]
    [InlineData("xp_ledger")]
    [InlineData("xp_awards")]
    [InlineData("xp_zone_history")]
    [InlineData("xp_rules")]
    [InlineData("xp_users cascade")]
    public async Task Nothing_that_stays_can_be_truncated(string tables)
    {
        var (_, id) = await BusyUserAsync();
        var before = await SnapshotAsync(id);

        await RefusesAsync($"truncate xp.{tables}");

        (await SnapshotAsync(id)).ShouldBe(before);
    }

    [Theory]
    [InlineData("insert into xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version) select user_id, 9, reason, correlation_id, policy_key, policy_version from xp_ledger where user_id = {id} on conflict (correlation_id) do update set amount = 9")]
    [InlineData("merge into xp_ledger l using (select 1) x on l.user_id = {id} when matched then delete")]
    [InlineData("with gone as (delete from xp_ledger where user_id = {id} returning 1) select 1 from gone")]
    [InlineData("insert into xp_ledger (ledger_id, user_id, amount, reason, correlation_id, policy_key, policy_version) values (1, {id}, 9, 'X', '{guid}', 'x', 0)")]
    public async Task There_is_no_way_around(string sql)
    {
        var (_, id) = await BusyUserAsync();
        var before = await SnapshotAsync(id);

        await RefusesAsync(Fill(sql, id));

        (await SnapshotAsync(id)).ShouldBe(before);
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Asia/Tokyo")]
    [InlineData("America/St_Johns")]
    [InlineData("Pacific/Apia")]
    public async Task Now_is_now_in_every_sessions_zone(string zone)
    {
        await using var session = await Place.ConnectAsync();
        await session.ExecuteAsync($"set timezone = '{zone}'");

        (await session.QueryAsync("select xp.now_utc() = now(), abs(extract(epoch from xp.now_utc() - statement_timestamp())) < 5")).ShouldBe("True|True");

        // What it must not be: now() at time zone 'utc', read back as a time of the session's zone.
        (await session.QueryAsync("select (now() at time zone 'utc')::timestamptz = now()")).ShouldBe(zone == "UTC" ? "True" : "False");

        await session.ExecuteAsync($"insert into xp.xp_users (external_user_id, reward_tz) values ('{Policy} {zone}', 'UTC')");
        (await session.QueryAsync($"select abs(extract(epoch from created_at - now())) < 5 from xp.xp_users where external_user_id = '{Policy} {zone}'")).ShouldBe("True");
    }

    [Fact]
    public async Task Every_table_says_what_it_is() => (await Place.QueryAsync(
        "select c.relname from pg_class c where c.relnamespace = 'xp'::regnamespace and c.relkind = 'r' and c.relname like 'xp\\_%' and obj_description(c.oid, 'pg_class') is null"))
        .ShouldBeEmpty();

    [Fact]
    public async Task Times_documents_and_keys_have_their_types() => (await Place.QueryAsync("""
        select distinct case when column_name like '%_at' or column_name like '%_from' then 'time ' else 'document ' end || data_type
        from information_schema.columns
        where table_schema = 'xp' and table_name like 'xp\_%'
            and (column_name like '%_at' or column_name like '%_from' or column_name in ('metadata', 'model_state', 'model_state_snapshot', 'definition'))
        order by 1
        """)).ShouldBe("document jsonb,time timestamp with time zone");
}
