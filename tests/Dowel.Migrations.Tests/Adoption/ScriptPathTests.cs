namespace Dowel.Migrations.Tests;

public sealed class ScriptPathTests
{
    [Theory]
    [InlineData("Script0001 - first.sql", "db/Script0001 - first.sql")]
    [InlineData("App.Database.Scripts.Script0001 - first.sql", "db/Script0001 - first.sql")]
    [InlineData("sub.Script0001 - first.sql", "db/sub/Script0001 - first.sql")]
    [InlineData("sub/Script0001 - first.sql", "db/sub/Script0001 - first.sql")]
    [InlineData("Script0001 - second.sql", null)]
    [InlineData("first.sql", null)]
    public void A_script_is_found_by_what_another_tool_calls_it(string name, string? path) => ScriptPath.Find(
        name,
        [
            Loading.Script("select 1;", "db/Script0001 - first.sql"),
            Loading.Script("select 1;", "db/sub/Script0001 - first.sql"),
            Loading.Script("select 1;", "db/Script00010 - first.sql"),
        ])?.Path.ShouldBe(path);
}
