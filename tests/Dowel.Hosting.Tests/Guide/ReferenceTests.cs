using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Dowel.Hosting.Tests;

/// <summary>What the reference says of settings and logs is what the code has.</summary>
public sealed partial class ReferenceTests
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Root(), "docs", "reference", "hosting.md"));

    [Fact]
    public void Settings_are_those_of_the_options() =>
        FirstCells("## Settings").ShouldBe(typeof(DowelOptions).GetProperties().Select(property => property.Name));

    [Fact]
    public void Logs_are_those_that_are_written()
    {
        var written =
            from type in new[] { typeof(MigrationLog), typeof(StatementLog) }
            let category = (string)type.GetField("Category")!.GetValue(null)!
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            let message = method.GetCustomAttribute<LoggerMessageAttribute>()
            where message is not null
            orderby message.EventId
            select $"{category} {message.EventId} {message.Level}";

        Rows("## Logs").Select(cells => $"{cells[0]} {cells[1]} {cells[2]}").ShouldBe(written);
    }

    private static IEnumerable<string> FirstCells(string heading) => Rows(heading).Select(cells => cells[0]);

    private static IEnumerable<string[]> Rows(string heading) => Page
        .SkipWhile(line => line != heading).Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => Row().IsMatch(line))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Trim('`')).ToArray());

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dowel.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    // Not the head of a table, nor the line below it.
    [GeneratedRegex(@"^\| `")]
    private static partial Regex Row();
}
