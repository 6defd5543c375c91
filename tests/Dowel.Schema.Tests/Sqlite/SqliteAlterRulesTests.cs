namespace Dowel.Schema.Tests;

public sealed class SqliteAlterRulesTests
{
    [Theory]
    [InlineData("a int", "a int, b text")]
    [InlineData("a int", "a int, b text not null default 'x' check (b <> '')")]
    [InlineData("a int", "a int, b int references t (a)")]
    [InlineData("a int", "a int, b int collate nocase as (a + 1)")]
    [InlineData("a int, b text", "a int")]
    [InlineData("a int primary key, b text, c text", "a int primary key, d text")]
    public async Task What_has_a_statement_disturbs_nothing(string before, string after)
    {
        await using var path = await SqlitePath.FromAsync($"create table t ({before});\ncreate index i on t (a);\ncreate view v as select a from t;");
        var plan = await path.PlanAsync($"create table t ({after});\ncreate index i on t (a);\ncreate view v as select a from t;");
        plan.Changes.ShouldAllBe(change => !path.Scratch.Database.Engine.Disturbed(change).Any());
        await path.GoAsync(plan);
        path.Statements.ShouldAllBe(statement => statement.StartsWith("alter table t ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a int", "a int, b text unique")]
    [InlineData("a int", "a int, b text default current_timestamp")]
    [InlineData("a int", "a int, b text default (1 + 1)")]
    [InlineData("a int", "a int, b int as (a) stored")]
    [InlineData("a int", "a int, b int default 1 references t (a)")]
    [InlineData("a int", "a int, b int check (b > a)")]
    [InlineData("a int, b int check (b > 0)", "a int")]
    [InlineData("a int, b int unique", "a int")]
    [InlineData("a int, b int, c int as (b)", "a int, c int as (1)")]
    [InlineData("a int, b int", "a bigint, b int")]
    [InlineData("a int", "a int not null")]
    [InlineData("a int", "a int collate nocase")]
    public async Task What_has_none_makes_the_table_anew_and_all_that_stands_on_it(string before, string after)
    {
        await using var path = await SqlitePath.FromAsync($"create table t ({before});\ncreate index i on t (a);\ncreate view v as select a from t;");
        var plan = await path.PlanAsync($"create table t ({after});\ncreate index i on t (a);\ncreate view v as select a from t;");
        plan.Changes.SelectMany(path.Scratch.Database.Engine.Disturbed).Distinct().ShouldBe([new(ObjectKind.Table, "t")]);
        await path.GoAsync(plan);
        path.Statements.Count(statement => statement == "drop table t").ShouldBe(1);
        path.Statements.Count(statement => statement == "create index i on t (a)").ShouldBe(1);
        path.Statements.Count(statement => statement == "create view v as select a from t").ShouldBe(1);
    }

    [Theory]
    [InlineData("text", "varchar(5)", false)]
    [InlineData("int", "bigint", false)]
    [InlineData("int", "text", false)]
    [InlineData("real", "numeric", false)]
    [InlineData("text", "", false)]
    [InlineData("text", "int", true)]
    [InlineData("int", "real", true)]
    [InlineData("real", "text", true)]
    [InlineData("blob", "text", true)]
    public async Task A_type_that_may_change_values_is_told(string before, string after, bool isNarrowing)
    {
        await using var path = await SqlitePath.FromAsync("create table t (a);");
        path.Scratch.Database.Engine.IsNarrowing(new("a", before, true), new("a", after, true)).ShouldBe(isNarrowing);
    }
}
