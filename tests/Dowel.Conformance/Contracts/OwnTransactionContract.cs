using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>Transactions that a script opens by itself, in the forms that only one engine has.</summary>
public sealed class PostgresOwnTransactions() : Contract(Engine.Postgres)
{
    [Fact]
    public async Task A_chain_of_transactions_is_recorded_link_by_link()
    {
        Write("V1__chain.sql", """
            create table t (a int);
            begin isolation level serializable;
            insert into t values (1);
            commit and chain;
            insert into t select 2 where current_setting('transaction_isolation') = 'serializable';
            insert into t values (missing);
            commit;
            """);
        var error = await Should.ThrowAsync<ScriptFailedException>(() => UpAsync());
        error.Errors[0].Location!.Value.Line.ShouldBe(6);
        (await Database.QueryAsync("select a from t order by a")).ShouldBe("1");

        Write("V1__chain.sql", """
            create table t (a int);
            begin isolation level serializable;
            insert into t values (1);
            commit and chain;
            insert into t select 2 where current_setting('transaction_isolation') = 'serializable';
            insert into t values (3);
            commit;
            """);
        await UpAsync();

        (await Database.QueryAsync("select a from t order by a")).ShouldBe("1,2,3");
        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Theory]
    [InlineData("start transaction read only; select count(*) from t; commit;")]
    [InlineData("begin; set transaction read only; select count(*) from t; commit;")]
    public async Task A_transaction_that_only_reads_is_recorded_behind_it(string transaction)
    {
        Write("V1__read.sql", "create table t (a int); " + transaction);

        await UpAsync();

        (await HistoryAsync()).ShouldBe("versioned|1");
        (await Database.QueryAsync("select count(*) from schema_history_journal")).ShouldBe("0");
    }

    [Fact]
    public async Task An_interrupted_index_is_looked_up_on_the_search_path_of_its_script()
    {
        const string Script = "create schema side; set search_path = side; create table here (id int); create index concurrently here_id on here (id); vacuum here;";
        Write("V1__side.sql", Script.Replace("vacuum here", "vacuum nowhere", StringComparison.Ordinal));
        await Should.ThrowAsync<ScriptFailedException>(() => UpAsync());
        await Database.ExecuteAsync("update schema_history_journal set state = 'started' where number = 4; delete from schema_history_journal where number = 5");
        Write("V1__side.sql", Script);

        await UpAsync();

        (await Database.QueryAsync("select count(*) from pg_indexes where indexname = 'here_id'")).ShouldBe("1");
    }
}

/// <summary>Savepoints without a transaction around them, which open one on SQLite.</summary>
public sealed class SqliteOwnTransactions() : Contract(Engine.Sqlite)
{
    [Fact]
    public async Task A_savepoint_of_a_stepwise_script_holds_what_is_in_it_together()
    {
        Write("V1__save.sql", """
            create table t (a int);
            vacuum;
            savepoint "one";
            insert into t values (1);
            savepoint two;
            insert into t values (2);
            rollback to two;
            release two;
            release savepoint one;
            insert into t values (3);
            """);

        await UpAsync();

        (await Database.QueryAsync("select a from t order by a")).ShouldBe("1,3");
    }

    [Fact]
    public async Task A_savepoint_that_is_never_released_is_refused_where_it_would_stay_open()
    {
        Write("V1__save.sql", "create table t (a int); vacuum; savepoint one; insert into t values (1);");

        (await Should.ThrowAsync<MigrationRefusedException>(() => UpAsync())).Code.ShouldBe("DWL1017");
    }

    [Fact]
    public async Task In_a_script_of_one_transaction_a_savepoint_may_stay_open()
    {
        Write("V1__save.sql", "create table t (a int); savepoint one; insert into t values (1);");

        await UpAsync();

        (await Database.QueryAsync("select a from t")).ShouldBe("1");
    }
}
