using System.CommandLine;
using System.CommandLine.Parsing;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Turns what the parser says into errors of ours.</summary>
internal static class ParseFaults
{
    /// <summary>The faults of a command line; empty where it can be run.</summary>
    public static IReadOnlyList<DowelError> Find(ParseResult result)
    {
        var command = result.CommandResult.Command;
        var help = command is RootCommand ? "'dowel --help' tells all commands." : $"'dowel {command.Name} --help' tells how it is used.";
        List<string> unknown = [.. result.UnmatchedTokens, .. MisreadOptions(result)];
        if (unknown.Exists(IsOption))
        {
            // What stands behind an unknown option is most likely its value.
            unknown.RemoveAll(word => !IsOption(word));
        }
        else if (command is RootCommand && unknown.Count > 1)
        {
            // So is what stands behind an unknown command: its own to judge.
            unknown.RemoveRange(1, unknown.Count - 1);
        }

        if (unknown.Count > 0)
        {
            return [.. unknown.Select(word => Unknown(result, word, help))];
        }

        if (command is RootCommand)
        {
            return [CommandLineErrors.Usage("No command is given.", help)];
        }

        return [.. result.Errors.Select(error => CommandLineErrors.Usage(Say(error), help)).Distinct()];
    }

    // The parser takes an option that it does not know for an argument where one is allowed.
    private static IEnumerable<string> MisreadOptions(ParseResult result) => result.CommandResult.Children
        .OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens)
        .Select(token => token.Value)
        .Where(IsOption);

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    private static DowelError Unknown(ParseResult result, string word, string help)
    {
        var command = result.CommandResult.Command;
        var known = IsOption(word)
            ? command.Options.Concat(result.RootCommandResult.Command.Options).Select(option => option.Name)
            : command.Subcommands.Select(each => each.Name);
        var what = command is RootCommand && !IsOption(word) ? "a command" : command is RootCommand ? "an option" : $"something that 'dowel {command.Name}' takes";
        return CommandLineErrors.Usage($"'{Secrets.Mask(word)}' is not {what}.", $"{Spelling.DidYouMean(word, known)}{help}");
    }

    private static string Say(ParseError error) => error.SymbolResult switch
    {
        ArgumentResult { Argument.Name: var name, Tokens.Count: 0, Parent: CommandResult } => $"{name} is missing.",
        OptionResult { Option.Name: var name, Tokens.Count: 0 } => $"{name} needs a value.",
        _ => Secrets.Mask(error.Message),
    };
}
