using Dowel.Migrations;
using static Dowel.Migrations.StatementTraits;

namespace Dowel.Sqlite.Tests;

public sealed class SqliteClassifierTests
{
    [Theory]
    [InlineData("begin", Begins)]
    [InlineData("BEGIN IMMEDIATE TRANSACTION", Begins)]
    [InlineData("commit", Commits)]
    [InlineData("end/**/transaction", Commits)]
    [InlineData("rollback", RollsBack)]
    [InlineData("rollback transaction", RollsBack)]
    [InlineData("rollback transaction \"to\"", RollsBack)]
    [InlineData("rollback to a", None)]
    [InlineData("rollback transaction /* x */ to savepoint a", None)]
    [InlineData("savepoint a", OpensSavepoint)]
    [InlineData("release savepoint a", ReleasesSavepoint)]
    [InlineData("vacuum", OutsideTransaction)]
    [InlineData("Vacuum main into 'x.db'", OutsideTransaction)]
    [InlineData("attach 'x.db' as x", ChangesSession)]
    [InlineData("detach x", OutsideTransaction | ChangesSession)]
    [InlineData("drop table if exists t", DropsTable)]
    [InlineData("DROP -- x\n TABLE t", DropsTable)]
    [InlineData("drop view v", None)]
    [InlineData("drop", None)]
    [InlineData("explain drop table t", None)]
    [InlineData("explain query plan vacuum", None)]
    [InlineData("create temp table t (a)", None)]
    [InlineData("create table vacuum (a)", None)]
    [InlineData("[begin]", None)]
    [InlineData("beginn", None)]
    [InlineData("begin$", None)]
    [InlineData("beginé", None)]
    [InlineData("extraordinary", None)]
    [InlineData("select 1", None)]
    [InlineData("analyze", None)]
    public void Words_tell_how_a_statement_behaves(string statement, StatementTraits traits) => Traits(statement).ShouldBe(traits);

    [Theory]
    [InlineData("journal_mode", None)]
    [InlineData("main.journal_mode", None)]
    [InlineData("journal_mode = wal", OutsideTransaction | ChangesSession)]
    [InlineData("JOURNAL_MODE(wal)", OutsideTransaction | ChangesSession)]
    [InlineData("main . \"journal_mode\" = 'wal'", OutsideTransaction | ChangesSession)]
    [InlineData("synchronous = off", OutsideTransaction | ChangesSession)]
    [InlineData("temp_store = 2", OutsideTransaction | ChangesSession)]
    [InlineData("page_size = 8192", OutsideTransaction | ChangesSession)]
    [InlineData("auto_vacuum = 1", OutsideTransaction | ChangesSession)]
    [InlineData("wal_checkpoint", OutsideTransaction)]
    [InlineData("main.wal_checkpoint(truncate)", OutsideTransaction)]
    [InlineData("foreign_keys", None)]
    [InlineData("foreign_keys = on", ChangesSession)]
    [InlineData("foreign_keys(1)", ChangesSession)]
    [InlineData("foreign_keys = 'Yes'", ChangesSession)]
    [InlineData("foreign_keys = off", LiftsForeignKeys | ChangesSession)]
    [InlineData("foreign_keys/**/=/**/0", LiftsForeignKeys | ChangesSession)]
    [InlineData("foreign_keys = 00", LiftsForeignKeys | ChangesSession)]
    [InlineData("foreign_keys(NO)", LiftsForeignKeys | ChangesSession)]
    [InlineData("main.foreign_keys = false", LiftsForeignKeys | ChangesSession)]
    [InlineData("foreign_keys = nonsense", LiftsForeignKeys | ChangesSession)]
    [InlineData("foreign_keys = -1", LiftsForeignKeys | ChangesSession)]
    [InlineData("busy_timeout = 5", ChangesSession)]
    [InlineData("recursive_triggers = on", ChangesSession)]
    [InlineData("defer_foreign_keys = on", None)]
    [InlineData("user_version = 5", None)]
    [InlineData("table_info(t)", None)]
    [InlineData("foreign_key_check", None)]
    [InlineData("foreign_key_check(t)", None)]
    [InlineData("", None)]
    public void Pragmas_matter_when_they_set_something(string pragma, StatementTraits traits) => Traits($"pragma {pragma}").ShouldBe(traits);

    /// <summary>The engine's own answer, for what is said to need no transaction around it.</summary>
    [Theory]
    [InlineData("vacuum")]
    [InlineData("pragma synchronous = 0")]
    [InlineData("pragma wal_checkpoint")]
    [InlineData("pragma temp_store = 2")]
    [InlineData("detach side")]
    public void The_engine_refuses_in_a_transaction_what_belongs_outside(string statement)
    {
        using var database = new ScratchDatabase();
        database.Run("create temp table t (a); begin; create table main.u (a); attach ':memory:' as side; create table side.t (a)");
        database.MessageOf(statement).ShouldNotBeNull();
        Traits(statement).HasFlag(OutsideTransaction).ShouldBeTrue();
    }

    private static StatementTraits Traits(string statement) => SqliteClassifier.Classify(statement);
}
