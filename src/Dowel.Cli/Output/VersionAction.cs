using System.CommandLine;
using System.CommandLine.Invocation;

namespace Dowel.Cli;

/// <summary>Prints the version and nothing else.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <summary>The version of this program.</summary>
    public static string Version => typeof(VersionAction).Assembly.GetName().Version!.ToString(3);

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(Version);
        parseResult.InvocationConfiguration.Output.Flush();
        return ExitCodes.Done;
    }
}
