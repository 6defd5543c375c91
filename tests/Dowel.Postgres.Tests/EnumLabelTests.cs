using Dowel.Migrations;

namespace Dowel.Postgres.Tests;

public sealed class EnumLabelTests
{
    [Theory]
    [InlineData("alter type mood add value 'sad'; insert into t values ('sad')")]
    [InlineData("ALTER TYPE public.mood ADD VALUE IF NOT EXISTS 'sad' BEFORE 'ok'; select 1; select 'sad'::mood")]
    [InlineData("alter type mood add value 'it''s'; select E'it\\'s'::mood")]
    [InlineData("alter type mood add value 'sad'; do $$ begin insert into t values ('sad'); end $$")]
    [InlineData("alter type mood add value 'sad'; select $$sad$$::mood")]
    [InlineData("alter type mood add value 'it''s'; do $$ begin perform 'it''s'::mood; end $$")]
    [InlineData("alter type mood add value 'sad'; create function f() returns mood language sql as 'select ''sad''::mood'")]
    [InlineData("alter type mood add value 'sad'; select '{ok,sad}'::mood[]")]
    [InlineData("alter type mood add value 'sad'; copy t from stdin;\nsad\n\\.\n")]
    [InlineData("create type mood as enum ('ok'); alter type \"mood\" add value 'sad'; select 'sad'::mood")]
    [InlineData("begin; alter type mood add value 'sad'; select 'sad'; commit")]
    public void A_used_label_is_committed_first(string script) => Traits(script).ShouldContain(StatementTraits.CommitsBeforeUse);

    [Theory]
    [InlineData("alter type mood add value 'sad'")]
    [InlineData("select 'sad'; alter type mood add value 'sad'; select 'ok'")]
    [InlineData("alter type mood add value 'sad'; alter type mood add value 'mad' after 'sad'")]
    [InlineData("alter type mood add value 'sad'; select 'sadder', 'so sad', \"sad\", sad -- 'sad'")]
    [InlineData("begin; alter type mood add value 'sad'; commit; select 'sad'::mood")]
    public void Any_other_is_not(string script) => Traits(script).ShouldNotContain(StatementTraits.CommitsBeforeUse);

    [Fact]
    public void Each_label_counts_for_itself() =>
        Traits("alter type mood add value 'a'; alter type mood add value 'b'; alter type mood add value 'c'; select 'b', 'c'")
            .ShouldBe([StatementTraits.None, StatementTraits.CommitsBeforeUse, StatementTraits.CommitsBeforeUse, StatementTraits.None]);

    private static List<StatementTraits> Traits(string script)
    {
        var result = Postgres.Dialect.Split(script);
        result.Error.ShouldBeNull();
        return [.. result.Statements.Select(statement => statement.Traits)];
    }
}
