namespace Dowel.Cli.Tests;

public sealed class TerminalTests : IDisposable
{
    private const int Width = 60;

    private readonly WorkingFolder _folder = new WorkingFolder().WithScripts();

    [Fact]
    public async Task A_terminal_gets_a_table_in_its_width()
    {
        var (_, output, _) = await RunAsync("status");
        output.ShouldContain("╭─");
        output.Contains('\e').ShouldBeTrue();
        var (_, plain, _) = await RunAsync("status", "--no-color");
        plain.Contains('\e').ShouldBeFalse(plain);
        plain.Split('\n').ShouldAllBe(line => line.Length <= Width + 10);
        plain.Split('\n').Where(line => line.StartsWith('│')).ShouldAllBe(line => line.Length <= Width);
    }

    [Fact]
    public async Task Errors_are_broken_between_words()
    {
        _folder.Write("migrations/V003__bad.sql", "insert into nowhere values (1);\n");
        var (code, _, error) = await RunAsync("up", "--no-color");
        code.ShouldBe(5);
        error.Split('\n').ShouldAllBe(line => line.Length <= Width);
        error.ShouldContain("\n    Mend the script or the data and run again. Applied by\n    this run: 2 scripts, 001 to 002;");
        (await RunAsync("up")).Error.ShouldContain(" \e[31mDWL1101\e[0m: ");
    }

    [Fact]
    public async Task Work_that_takes_longer_than_a_second_shows_a_moving_line_and_takes_it_away()
    {
        using var error = new StringWriter();
        var surroundings = new Surroundings { Output = TextWriter.Null, Error = error, IsErrorTerminal = true, IsOutputTerminal = true };
        using (new RunProgress(surroundings, new(IsJson: false, IsQuiet: false, IsVerbose: false, HasColours: true)))
        {
            await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        }

        error.ToString().ShouldContain(" working, 1.");
        error.ToString().ShouldEndWith("\r\e[2K");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(
            arguments,
            new()
            {
                Output = output,
                Error = error,
                IsOutputTerminal = true,
                IsErrorTerminal = true,
                Width = static () => Width,
                Environment = name => _folder.Variables.GetValueOrDefault(name),
                Clock = new StillClock(),
            },
            TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
