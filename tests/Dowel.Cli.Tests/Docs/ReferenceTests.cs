using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Reflection;

namespace Dowel.Cli.Tests;

/// <summary>Compares the reference with the commands themselves.</summary>
public sealed class ReferenceTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Path.Join(ShellPage.Root, "docs/reference/cli.md"));

    private readonly WorkingFolder _folder = new();
    private readonly RootCommand _root = CommandTree.Create(new SharedOptions(), new Surroundings { Output = TextWriter.Null, Error = TextWriter.Null });

    [Fact]
    public void Every_command_is_there_with_its_words_and_options() => Table("Commands").ShouldBe(_root.Subcommands.Select(command =>
        $"| `dowel {string.Join(' ', command.Arguments.Select(Shown).Prepend(command.Name))}` | {command.Description} | {string.Join(", ", command.Options.Where(IsOurs).Select(Shown))} |"));

    [Fact]
    public void Every_option_is_there_with_its_meaning() => Table("Options")
        .ShouldBe(_root.Subcommands.SelectMany(command => command.Options.Where(IsOurs).Select(option => Row(option, command)))
            .Concat(_root.Options.Where(IsOurs).Select(option => Row(option, null))));

    [Fact]
    public void Every_exit_code_is_there() => Table("Exit codes").Select(row => row.Split('|')[1].Trim()).ShouldBe(
        typeof(ExitCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (int)field.GetRawConstantValue()!).Order().Select(code => code.ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public async Task Every_key_of_the_settings_file_is_there()
    {
        var keys = Table("dowel.json").Select(row => row.Split('`')[1]).ToList();
        _folder.Write("dowel.json", """{ "x": 1 }""");
        (await _folder.RunAsync("status")).Error.ShouldContain($"Keys: {string.Join(", ", keys)}.");
    }

    public void Dispose() => _folder.Dispose();

    private static bool IsOurs(Option option) => option is not (HelpOption or VersionOption);

    private static string Shown(Argument argument) => argument.Arity switch
    {
        { MinimumNumberOfValues: > 0 } => argument.Name,
        { MaximumNumberOfValues: > 1 } => $"[{argument.Name}…]",
        _ => $"[{argument.Name}]",
    };

    // A pipe would end the cell.
    private static string Shown(Option option) =>
        $"`{string.Join(" ", option.Aliases.Prepend(option.Name))}{(option.HelpName is { } value ? " " + value.Replace("|", "\\|", StringComparison.Ordinal) : "")}`";

    private static string Row(Option option, Command? command) => $"| {Shown(option)} | {command?.Name ?? "all"} | {option.Description} |";

    // The rows of the first table below a heading, without its head.
    private static IEnumerable<string> Table(string heading) => Page.Split('\n')
        .SkipWhile(line => line != $"## {heading}")
        .SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|')).Skip(2);
}
