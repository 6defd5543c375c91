namespace Dowel.Schema.Tests;

public sealed class TableTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_table_is_read_with_its_columns_and_keys(string engine)
    {
        await using var scratch = await Scratch.OfAsync(engine);
        await scratch.RunAsync("create table users (id bigint not null primary key, email text not null unique, name text)");

        var table = (await scratch.Database.ReadModelAsync(TestContext.Current.CancellationToken)).Find("users").ShouldNotBeNull();

        table.Columns.Select(column => (column.Name, column.Type, column.IsNullable))
            .ShouldBe([("id", "bigint", false), ("email", "text", false), ("name", "text", true)]);
        table.PrimaryKey.ShouldBe(["id"]);
        table.Uniques.ShouldHaveSingleItem().Columns.ShouldBe(["email"]);
    }
}
