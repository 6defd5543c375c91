using Dowel.Sqlite;
using SQLitePCL;

namespace Dowel.Schema.Tests;

public sealed class SqliteNamesTests
{
    [Fact]
    public async Task A_keyword_can_be_the_name_of_anything()
    {
        await using var scratch = await Scratch.SqliteAsync();
        for (var i = 0; i < raw.sqlite3_keyword_count(); i++)
        {
            raw.sqlite3_keyword_name(i, out var keyword);
            var (word, quoted) = (keyword, SqliteKeywords.Quote(keyword.ToLowerInvariant()));
            SqliteKeywords.Contains(word).ShouldBeTrue(word);
            await scratch.RunAsync(
                $"create table {quoted} (id integer primary key, {quoted} int check ({quoted} > 0), unique ({quoted}))",
                $"create index i on {quoted} ({quoted}, length({quoted})) where {quoted} is not null",
                $"insert into {quoted} (id, {quoted}) select 1, 1",
                $"create view v as select {quoted}.{quoted} as {quoted} from {quoted} where {quoted} in (1, 2)",
                $"create trigger t after update of {quoted} on {quoted} begin update {quoted} set {quoted} = new.{quoted}; end");
            var model = await scratch.Database.ReadModelAsync(TestContext.Current.CancellationToken);
            var table = model.Tables.Single(each => each.Kind == TableKind.Table);
            table.Constraints[^2].Definition.ShouldBe($"check ({quoted} > 0)");
            table.Indexes[0].Create.ShouldBe($"create index i on {quoted} ({quoted}, length({quoted})) where {quoted} is not null");
            await scratch.RunAsync("drop view v", $"drop table {quoted}");
        }
    }

    [Theory]
    [InlineData("users", "users")]
    [InlineData("Users", "Users")]
    [InlineData("größe", "größe")]
    [InlineData("", "\"\"")]
    [InlineData("1a", "\"1a\"")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("key", "key")]
    [InlineData("Order", "\"Order\"")]
    [InlineData("true", "\"true\"")]
    public void A_name_is_quoted_where_it_must_be(string name, string expected) => SqliteKeywords.Quote(name).ShouldBe(expected);
}
