namespace Dowel.Postgres.Tests;

public sealed class RoutineBodyTests
{
    [Theory]
    [InlineData("create function f() returns int begin atomic select 1; end")]
    [InlineData("create function f() returns int begin atomic; end")]
    [InlineData("create procedure p() begin atomic end")]
    [InlineData("CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END")]
    [InlineData("create procedure p() begin/**/atomic insert into t values (1); delete from u; end")]
    [InlineData("create procedure p() begin -- not yet\n atomic insert into t values (1); end")]
    [InlineData("create function f(a int) returns int begin atomic select case when a > 1 then 2 else 3 end; end")]
    [InlineData("create function f(a int) returns int begin atomic select case a when 1 then case when true then 2 end end; select 3; end")]
    [InlineData("create function f() returns int begin atomic select 1 as end; select 2 end; select t.end from t; end")]
    [InlineData("create function f() returns int begin atomic select begin from t; select (case when true then 1 end); end")]
    [InlineData("create function f() returns text begin atomic select 'end; end'; select \"end\" from t; /* ; end; */ end")]
    [InlineData("create function begin() returns begin begin atomic select $1; end")]
    [InlineData("create function f(begin atomic) returns int begin atomic select 1; end")]
    [InlineData("create function f(a text default ';') returns text begin atomic select a || $x$;end;$x$; end")]
    [InlineData("create function f() returns int begin atomic (select 1); (select 2); end")]
    public void A_body_hides_its_semicolons(string statement)
    {
        Postgres.Split(statement).ShouldBe([statement]);
        Postgres.Split($"{statement};\nselect 2;").ShouldBe([statement, "select 2"]);
    }

    [Theory]
    [InlineData("create function f() returns int return 1; select 2", "create function f() returns int return 1", "select 2")]
    [InlineData("create function begin() returns int return 1; select 2", "create function begin() returns int return 1", "select 2")]
    [InlineData("create function atomic() returns int return 1; select 2", "create function atomic() returns int return 1", "select 2")]
    [InlineData("create table t (begin atomic); select 2", "create table t (begin atomic)", "select 2")]
    [InlineData("alter function begin() rename to atomic; select 2", "alter function begin() rename to atomic", "select 2")]
    public void Only_a_body_does(string script, params string[] statements) => Postgres.Split(script).ShouldBe(statements);
}
