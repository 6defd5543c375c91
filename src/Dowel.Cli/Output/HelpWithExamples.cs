using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Dowel.Cli;

/// <summary>The help of a command, with examples behind it.</summary>
internal sealed class HelpWithExamples(HelpAction help, Surroundings surroundings) : SynchronousCommandLineAction
{
    private const int WidthMax = 120;

    private static readonly string[] RootExamples = ["dowel up --url sqlite:app.db", "dowel status migrations --url postgres://app@localhost/app"];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = surroundings.IsOutputTerminal ? Math.Min(WidthMax, surroundings.Width()) : WidthMax;
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var examples = parseResult.CommandResult.Command is DowelCommand command ? command.Examples : RootExamples;
        output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
        foreach (var example in examples)
        {
            output.WriteLine($"  {example}");
        }

        output.Flush();
        return ExitCodes.Done;
    }
}
