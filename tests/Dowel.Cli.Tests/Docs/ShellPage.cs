using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Dowel.Cli.Tests;

/// <summary>The commands on a page of the documentation, and what the page says that they print.</summary>
internal sealed partial class ShellPage
{
    private const string Mark = "=== end of a block ===";

    private readonly List<(string Commands, string? Output)> _blocks;

    private ShellPage(IEnumerable<(string Commands, string? Output)> blocks) => _blocks = [.. blocks];

    /// <summary>The top of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Reads a page's <c>sh</c> blocks, each with the <c>text</c> block right below it; those that build the repository are left out.</summary>
    public static ShellPage Read(string page) => new(
        from block in Blocks(page)
        where block.Kind == "sh" && !Builds().IsMatch(block.Commands)
        select (block.Commands, block.Output));

    /// <summary>Reads a page on which records change: behind C# the next <c>stages/N/Notes.dll</c> is there, as if it had been built.</summary>
    public static ShellPage ReadStages(string page)
    {
        var blocks = Blocks(page).ToList();
        return new(
            from pair in blocks.Zip(blocks.Prepend(default))
            where pair.First.Kind == "sh"
            let build = pair.Second.Kind == "csharp" ? "stage=$((${stage:-0} + 1)); cp stages/$stage/Notes.dll .\n" : ""
            select (build + pair.First.Commands, pair.First.Output));
    }

    /// <summary>Runs all blocks in one shell and compares what each prints; times and blanks do not count.</summary>
    /// <param name="folder">Where to run them.</param>
    /// <param name="variables">Environment variables.</param>
    public async Task CheckAsync(WorkingFolder folder, params (string Name, string Value)[] variables)
    {
        _blocks.ShouldNotBeEmpty();
        folder.Write("artifacts/dowel/dowel", $"#!/usr/bin/env bash\nexec dotnet exec '{Path.Join(AppContext.BaseDirectory, "dowel.dll")}' \"$@\"\n");
        var script = string.Concat(_blocks.Select(block => $"{block.Commands}echo '{Mark}'\n"));
        var outputs = (await RunAsync($"exec 2>&1\nset -euo pipefail\nchmod +x artifacts/dowel/dowel\n{script}", variables)).Split(Mark + '\n');
        for (var i = 0; i < _blocks.Count; i++)
        {
            i.ShouldBeLessThan(outputs.Length - 1, $"A command failed:\n{outputs[^1]}");
            if (_blocks[i].Output is { } expected)
            {
                Normal(outputs[i]).ShouldBe(Normal(expected), $"of\n{_blocks[i].Commands}");
            }
        }
    }

    private static IEnumerable<(string Kind, string Commands, string? Output)> Blocks(string page) =>
        from Match block in Block().Matches(File.ReadAllText(Path.Join(Root, page)))
        select (block.Groups["kind"].Value, block.Groups["commands"].Value, block.Groups["output"] is { Success: true, Value: var output } ? output : null);

    private static async Task<string> RunAsync(string script, (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("bash", ["-c", script]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{Path.GetFullPath("artifacts/dowel")}:{start.Environment["PATH"]}";
        start.Environment.Remove("DOWEL_URL");
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var shell = Process.Start(start)!;
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }

    private static string Normal(string text) => Blanks().Replace(
        Moment().Replace(Duration().Replace(text, "TIME"), "MOMENT"), " ").Replace(" \n", "\n", StringComparison.Ordinal).Trim();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(folder.FullName, "Dowel.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^```(?<kind>sh|csharp)\n(?<commands>.*?)^```\n(```text\n(?<output>.*?)^```)?", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex("^(make|git|dotnet) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Builds();

    [GeneratedRegex(@"\b[0-9.]+ (ms|s)\b|(?<=""elapsedMs"": )[0-9.]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();

    [GeneratedRegex(@"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}Z")]
    private static partial Regex Moment();

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
