using System.Text.Json;

namespace Dowel.Cli.Tests;

public sealed class EachTests : IDisposable
{
    private readonly WorkingFolder _folder = new();

    public EachTests()
    {
        _folder.Variables.Remove("DOWEL_URL");
        _folder
            .Write("migrations/V001__notes.sql", "create table notes (id integer primary key);\n")
            .Write("migrations/V002__tags.sql", "create table tags (id integer primary key);\n");
    }

    [Fact]
    public async Task Files_are_brought_up_and_what_fails_stops_nobody()
    {
        await WithMixAsync();
        await Golden.CheckAsync(
            "each",
            _folder,
            "up --each 'tenants/*.db' --parallel 1 --plan",
            "up --each 'tenants/*.db' --parallel 1",
            "up --each 'tenants/*.db' --parallel 1",
            "up --each 'sqlite:**/c*.db' --quiet");
        File.Exists("tenants/a.db-journal").ShouldBeFalse();
    }

    [Fact]
    public async Task JSON_is_an_object_in_a_line_for_each()
    {
        await WithMixAsync();
        var result = await _folder.RunAsync("up", "--each", "tenants/*.db", "--output", "json");
        result.ExitCode.ShouldBe(5);
        result.Error.ShouldBeEmpty();
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var objects = lines.Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(each => each.GetProperty("target").GetString()!);
        objects.Keys.Order(StringComparer.Ordinal).ShouldBe(["tenants/a.db", "tenants/b.db", "tenants/c.db", "tenants/d.db"]);
        objects["tenants/a.db"].GetProperty("applied").GetInt32().ShouldBe(2);
        objects["tenants/b.db"].GetProperty("applied").GetInt32().ShouldBe(0);
        objects["tenants/c.db"].GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("DWL1111");
        objects["tenants/d.db"].GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("DWL1101");
        objects["tenants/d.db"].GetProperty("applied").GetInt32().ShouldBe(1);

        File.Delete("tenants/c.db");
        File.Delete("tenants/d.db");
        Golden.Check("each.json", (await _folder.RunAsync("up", "--each", "tenants/*.db", "--parallel", "1", "--output", "json")).Output);
    }

    [Fact]
    public async Task A_terminal_gets_a_table_of_what_failed_alone()
    {
        await WithMixAsync();
        File.Copy("tenants/c.db", "tenants/e.db");
        var (code, output, error) = await OnTerminalAsync();
        code.ShouldBe(5);
        error.ShouldBeEmpty();
        Golden.Check("each-terminal.txt", output);

        (_, output, error) = await OnTerminalAsync("--quiet");
        output.ShouldBeEmpty();
        error.ShouldContain("DWL1101: tenants/d.db: table tags already exists");
        (_, output, _) = await OnTerminalAsync("--verbose");
        output.ShouldContain("tenants/a.db: 0 applied, 0 pending; database is at 002");
    }

    [Fact]
    public async Task What_cannot_be_meant_is_refused()
    {
        await Golden.CheckAsync(
            "each-refused",
            _folder,
            "up --each 'tenants/*.db'",
            "up --each 'tenants/*.db' --output json",
            "up --each 'database:app_*'",
            "up --each 'select name from tenants' --url sqlite:app.db",
            "up --each sqlite::memory:",
            "up --each ' '",
            "up --each 'tenants/*.db' --url postgres://app@localhost/app",
            "up --each 'tenant_*' --schema shop --url postgres://app@localhost/app",
            "up --parallel 2 --url sqlite:app.db",
            "up --each 'tenants/*.db' --parallel 65");
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Interrupted_it_tells_what_was_done_and_what_was_not_begun()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            _folder.Write($"tenants/{name}.db", "");
        }

        _folder.Write("migrations/V003__long.sql", "create table n as with recursive n (x) as (select 1 union all select x + 1 from n) select x from n where x < 0;\n");
        using var interruption = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(
            ["up", "--each", "tenants/*.db", "--parallel", "2"],
            new() { Output = output, Error = error, Clock = new StillClock() },
            interruption.Token);
        code.ShouldBe(130);
        output.ToString().ShouldContain("tenants/a.db: interrupted; 2 applied (0.0 ms)\n");
        output.ToString().ShouldContain("3 targets: 2 interrupted, 1 not begun");
        error.ToString().ShouldContain("DWL5014: tenants/b.db was interrupted");
        error.ToString().ShouldContain("DWL5009: ");

        File.Delete("migrations/V003__long.sql");
        (await _folder.RunAsync("up", "--each", "tenants/*.db")).Output.ShouldContain("3 targets: 1 brought up (2 scripts), 2 were current");
    }

    [Fact]
    public async Task Schemas_and_databases_are_named_by_patterns_and_queries()
    {
        _folder.OnPostgres().Write("migrations/V003__token.sql", "insert into ${schema}.notes values (1);\n");
        try
        {
            await _folder.RunAsync("create");
            await Golden.CheckAsync(
                "each-postgres",
                _folder,
                "up --each tenant_*",
                "up --each 'values ($$tenant_1$$), ($$tenant_2$$), ($$Bad$$)' --parallel 1",
                "up --each tenant_% --parallel 1",
                "up --each schema:tenant?1 --plan",
                $"up --each database:{_folder.Variables["<database>"]} --schema shop",
                "up --each 'database:select datname from pg_database where datname = current_database()' --schema shop",
                "up --each 'select 1; select 2'",
                "up --each 'select tenant from nowhere'",
                "up --each 'select 1, 2'",
                "up --each 'select null::text'",
                "up --each 'select $$$$'",
                "up --each 'select 1'",
                "up --each 'values ($$a$$), ($$a$$)'",
                "up --each tenants/*.db");
        }
        finally
        {
            await _folder.RunAsync("drop", "--yes");
        }
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<(int Code, string Output, string Error)> OnTerminalAsync(params string[] more)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(
            ["up", "--each", "tenants/*.db", "--parallel", "1", "--no-color", .. more],
            new() { Output = output, Error = error, IsOutputTerminal = true, IsErrorTerminal = true, Width = static () => 120, Clock = new StillClock() },
            TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    // One is pending, one current, one no database, and one has in its way what the second script makes.
    private async Task WithMixAsync()
    {
        foreach (var name in new[] { "a", "b", "d", ".hidden" })
        {
            _folder.Write($"tenants/{name}.db", "");
        }

        await _folder.RunAsync("up", "--url", "sqlite:tenants/b.db");
        _folder.Write("other/V001__tags.sql", "create table tags (id integer);\n").Write("tenants/c.db", "this is no database, whatever it is called\n");
        await _folder.RunAsync("up", "other", "--history", "other", "--url", "sqlite:tenants/d.db");
    }
}
