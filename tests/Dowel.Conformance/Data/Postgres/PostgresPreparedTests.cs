using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Statements that connections keep prepared.</summary>
public sealed class PostgresPreparedTests : PostgresDataTest
{
    private static readonly Told Prepared = new("select count(*) from pg_prepared_statements where statement like '%$1::bigint%' and $1::bigint > 0");
    private static readonly Told Wide = new("select * from wide");
    private static readonly Told WideText = new("select * from wide limit 1");
    private static readonly Told Insert = new("insert into numbers values ($1)");
    private static readonly Told Forget = new("deallocate all");

    [Fact]
    public async Task A_statement_is_prepared_once_on_each_connection()
    {
        for (var i = 1; i < 5; i++)
        {
            (await AskAsync<long>(Data, Prepared, i)).ShouldBe(1);
            await Data.TransactAsync(async (transaction, _) => (await AskAsync<long>(transaction, Prepared, i)).ShouldBe(1), cancellationToken: Cancellation);
        }
    }

    [Fact]
    public async Task Nothing_is_prepared_for_a_pooler_that_does_not_keep_it()
    {
        await using var unprepared = Open(new() { Prepare = false });

        (await AskAsync<long>(unprepared, Prepared, 1)).ShouldBe(0);
        (await AskAsync<long>(unprepared, Prepared, 1)).ShouldBe(0);
        (await AskAsync<string>(unprepared, new("select count(*)::text from pg_prepared_statements"))).ShouldBe("0");
    }

    [Fact]
    public async Task A_plan_that_a_change_of_the_table_made_stale_is_made_anew()
    {
        await Target.ExecuteAsync("create table wide (a bigint); insert into wide values (7)");
        (await AskAsync<long>(Data, Wide)).ShouldBe(7);
        await Target.ExecuteAsync("alter table wide add b bigint");
        (await AskAsync<long>(Data, Wide)).ShouldBe(7);
        await Target.ExecuteAsync("alter table wide alter a type text");

        (await AskAsync<string>(Data, Wide)).ShouldBe("7");
    }

    [Fact]
    public async Task A_stale_plan_in_a_transaction_runs_the_whole_transaction_again()
    {
        await Target.ExecuteAsync("create table wide (a text); insert into wide values ('x')");
        (await AskAsync<string>(Data, WideText)).ShouldBe("x");
        await Target.ExecuteAsync("alter table wide add b bigint");
        var attempts = 0;

        var read = await Data.TransactAsync(
            async (transaction, _) =>
            {
                attempts++;
                await DoAsync(transaction, Insert, 1);
                return await AskAsync<string>(transaction, WideText);
            },
            cancellationToken: Cancellation);

        (read, attempts).ShouldBe(("x", 2));
        (await Target.QueryAsync("select n from numbers")).ShouldBe("1");
    }

    [Fact]
    public async Task A_statement_that_the_session_has_forgotten_is_prepared_again()
    {
        (await AskAsync<long>(Data, Prepared, 1)).ShouldBe(1);
        await DoAsync(Data, Forget);

        (await AskAsync<long>(Data, Prepared, 1)).ShouldBe(1);
    }

    [Fact]
    public async Task One_statement_takes_other_types_where_it_must()
    {
        var told = new Told("select pg_typeof($1)::text");
        (await Data.SingleAsync<Tell<string>, string>(new(told, 1), Cancellation)).ShouldBe("bigint");
        (await Data.SingleAsync<TellNull, string>(new(told, ValueKind.Uuid), Cancellation)).ShouldBe("uuid");
        (await Data.SingleAsync<TellNull, string>(new(told, ValueKind.BigInt), Cancellation)).ShouldBe("bigint");
        (await Data.SingleAsync<Tell<string>, string>(new(told, 1), Cancellation)).ShouldBe("bigint");
    }

    [Fact]
    public async Task A_session_is_named_and_has_the_schema_of_the_options()
    {
        await Target.ExecuteAsync("create schema \"my \"\"schema\"; create table \"my \"\"schema\".numbers (n bigint); insert into \"my \"\"schema\".numbers values (42)");
        await using var database = Open(new() { Schema = "my \"schema" });

        (await AskAsync<long>(database, new("select n from numbers"))).ShouldBe(42);
        (await AskAsync<string>(database, new("show application_name"))).ShouldBe("dowel");
        await using var named = Open(change: settings => settings.ApplicationName = "shop");
        (await AskAsync<string>(named, new("show application_name"))).ShouldBe("shop");
    }
}
