using System.Diagnostics;

namespace Dowel.Schema.Tests;

/// <summary>A schema as <c>pg_dump</c> prints it.</summary>
internal static class PostgresJudge
{
    private static readonly string Program = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin", "pg_dump")).LastOrDefault(File.Exists) ?? "pg_dump"
        : "pg_dump";

    /// <summary>The lines, with those of rows if wanted, in an order of their own: the order of columns and of statements is no difference.</summary>
    public static async Task<IReadOnlyList<string>> DumpAsync(Scratch scratch, bool withRows = false)
    {
        var database = (await scratch.Database.QueryAsync("select current_database()", default))[0][0]!;
        var server = Scratch.ServerSettings();
        var start = new ProcessStartInfo(Program, [withRows ? "--inserts" : "--schema-only", "--no-security-labels", "--exclude-table=schema_history*", "--host", server.Host!, "--port", $"{server.Port}", "--username", server.Username!, "--dbname", database])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = server.Password ?? "";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await errors);
        return [.. text.Split('\n').Select(line => line.TrimEnd().TrimEnd(',')).Where(IsSchema).Order(StringComparer.Ordinal)];
    }

    // A remark that begins a line, and the token that newer servers' dumps are fenced with, are no schema.
    private static bool IsSchema(string line) => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal) && line[0] != '\\';
}
