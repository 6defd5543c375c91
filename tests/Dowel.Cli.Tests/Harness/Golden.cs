using System.Text;

namespace Dowel.Cli.Tests;

/// <summary>Compares what people and programs read with files that are checked in; DOWEL_GOLDENS=write writes them anew.</summary>
internal static class Golden
{
    /// <summary>Runs command lines in a folder and compares all they print. Words are split at blanks; <c>'a b'</c> is one word.</summary>
    public static async Task CheckAsync(string name, WorkingFolder folder, params string[] lines)
    {
        var transcript = new StringBuilder();
        foreach (var line in lines)
        {
            var result = await folder.RunAsync(Words(line));
            transcript.Append("$ dowel ").Append(line).Append('\n').Append(result.Output);
            foreach (var error in result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                transcript.Append("! ").Append(error).Append('\n');
            }

            transcript.Append("exit ").Append(result.ExitCode).Append("\n\n");
        }

        Check(name + ".txt", Scrub(transcript.ToString(), folder));
    }

    /// <summary>Runs one command line and compares the JSON it prints.</summary>
    public static async Task CheckJsonAsync(string name, WorkingFolder folder, string line, int exitCode)
    {
        var result = await folder.RunAsync([.. Words(line), "--output", "json"]);
        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(exitCode);
        System.Text.Json.JsonDocument.Parse(result.Output).Dispose();
        Check(name + ".json", Scrub(result.Output, folder));
    }

    /// <summary>Compares a text.</summary>
    public static void Check(string file, string text)
    {
        if (Environment.GetEnvironmentVariable("DOWEL_GOLDENS") == "write")
        {
            File.WriteAllText(Path.Join(SourceFolder(), file), text);
            return;
        }

        var path = Path.Join(AppContext.BaseDirectory, "Goldens", file);
        File.Exists(path).ShouldBeTrue($"{file} is not there; look at what DOWEL_GOLDENS=write writes, and check it in.");
        text.ShouldBe(File.ReadAllText(path));
    }

    private static string Scrub(string text, WorkingFolder folder)
    {
        var scrubbed = text.Replace(folder.Path, "<folder>", StringComparison.Ordinal);
        foreach (var (name, value) in folder.Variables.Where(variable => variable.Key.StartsWith('<')))
        {
            scrubbed = scrubbed.Replace(value, name, StringComparison.Ordinal);
        }

        return scrubbed;
    }

    private static string[] Words(string line) =>
        [.. line.Split('\'').SelectMany((part, index) => index % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(folder.FullName, "Dowel.Cli.Tests.csproj")))
        {
            folder = folder.Parent!;
        }

        return Path.Join(folder.FullName, "Goldens");
    }
}
