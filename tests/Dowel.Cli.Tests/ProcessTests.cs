using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Dowel.Cli.Tests;

public sealed class ProcessTests : IDisposable
{
    private const int Interrupt = 2;

    private readonly WorkingFolder _folder = new WorkingFolder().WithScripts();

    [Fact]
    public async Task A_pipe_gets_no_colours_and_the_caller_an_exit_code()
    {
        var (code, output, error) = await RunAsync("up");
        error.ShouldBeEmpty();
        code.ShouldBe(0);
        output.ShouldContain("3 applied, 0 pending");
        output.ShouldNotContain('\e');
        (await RunAsync("status", "--check")).Code.ShouldBe(0);
        (await RunAsync("up", "--to", "9")).Code.ShouldBe(4);
        (await RunAsync("frob")).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Interrupted_it_takes_back_what_runs_and_exits_with_130()
    {
        _folder.Write(
            "migrations/V003__long.sql",
            "create table gone (x integer);\ninsert into gone with recursive n (x) as (select 1 union all select x + 1 from n) select x from n where x < 0;\n");
        using var process = Start("up", "--verbose", "--output", "json");
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("003", StringComparison.Ordinal))
        {
        }

        await Task.Delay(300, TestContext.Current.CancellationToken);
        Kill(process.Id, Interrupt).ShouldBe(0);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(130);
        output.ShouldContain("\"database\": \"sqlite\"");
        output.ShouldContain("\"applied\": 2,");
        output.ShouldContain("Interrupted; this run had applied 2 scripts.");
        (await RunAsync("status")).Output.ShouldContain("2 applied, 2 pending; database is at 002");
    }

    [Fact]
    public async Task A_library_that_cannot_be_loaded_is_told()
    {
        using var process = Start(("DOWEL_SQLITE_LIBRARY", "/nowhere.so"), "up");
        (await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldStartWith("DWL5010: ");
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(3);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }

    private static Process Start(params string[] arguments) => Start(("DOWEL_URL", "sqlite:app.db"), arguments);

    internal static Process Start((string Name, string Value) variable, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Join(AppContext.BaseDirectory, "dowel.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOWEL_URL"] = "sqlite:app.db";
        start.Environment[variable.Name] = variable.Value;
        return Process.Start(start)!;
    }

    [DllImport("libc", EntryPoint = "kill")]
    internal static extern int Kill(int process, int signal);
}
