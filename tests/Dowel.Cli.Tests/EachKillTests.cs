using System.Globalization;
using System.Text.Json;

namespace Dowel.Cli.Tests;

public sealed class EachKillTests : IDisposable
{
    private const int Kill = 9;
    private const int Scripts = 10;
    private const int Targets = 40;

    private readonly WorkingFolder _folder = new();

    public EachKillTests()
    {
        foreach (var number in Enumerable.Range(1, Scripts))
        {
            _folder.Write(
                string.Create(CultureInfo.InvariantCulture, $"migrations/V{number:000}__t.sql"),
                $"create table t{number} (id bigint not null);\ninsert into t{number} values ({number});\n");
        }
    }

    [Fact]
    public async Task Killed_over_files_it_does_the_rest_only()
    {
        foreach (var number in Enumerable.Range(1, Targets))
        {
            _folder.Write($"tenants/t{number}.db", "");
        }

        await CheckAsync("tenants/*.db", "sqlite:app.db");
    }

    [Fact]
    public async Task Killed_over_schemas_it_does_the_rest_only()
    {
        _folder.OnPostgres();
        try
        {
            await _folder.RunAsync("create");
            await CheckAsync($"select 'tenant_' || i from generate_series(1, {Targets}) i", _folder.Variables["DOWEL_URL"]);
        }
        finally
        {
            await _folder.RunAsync("drop", "--yes");
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task CheckAsync(string each, string url)
    {
        using var process = ProcessTests.Start(("DOWEL_URL", url), "up", "--each", each, "--output", "json");
        var before = new List<JsonElement>();
        while (before.Count < Targets / 3 && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            before.Add(JsonDocument.Parse(line).RootElement);
        }

        ProcessTests.Kill(process.Id, Kill).ShouldBe(0);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        var again = await _folder.RunAsync("up", "--each", each, "--output", "json");
        again.ExitCode.ShouldBe(0, again.Output + again.Error);
        var lines = again.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(entry => entry.GetProperty("target").GetString()!);
        lines.Count.ShouldBe(Targets);
        lines.Values.ShouldAllBe(entry => entry.GetProperty("scripts").EnumerateArray().Count(script => script.GetProperty("state").GetString() == "applied") == Scripts);
        before.ShouldAllBe(entry => lines[entry.GetProperty("target").GetString()!].GetProperty("applied").GetInt32() == 0);
        lines.Values.Sum(entry => entry.GetProperty("applied").GetInt32()).ShouldBeInRange(1, Scripts * (Targets - before.Count));
        (await _folder.RunAsync("up", "--each", each)).Output.ShouldContain($"{Targets} targets: {Targets} were current");
    }
}
