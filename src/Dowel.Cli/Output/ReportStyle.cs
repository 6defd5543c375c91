using System.CommandLine;

namespace Dowel.Cli;

/// <summary>How a command reports.</summary>
/// <param name="IsJson">One JSON object instead of text.</param>
/// <param name="IsQuiet">Errors alone.</param>
/// <param name="IsVerbose">Each step.</param>
/// <param name="HasColours">Colours where a person reads.</param>
internal sealed record ReportStyle(bool IsJson, bool IsQuiet, bool IsVerbose, bool HasColours)
{
    /// <summary>Reads it from a command line, also from one with faults elsewhere.</summary>
    public static ReportStyle Of(ParseResult result, SharedOptions options, Surroundings surroundings) => new(
        result.GetResult(options.Output)?.Tokens is [{ Value: SharedOptions.Json }, ..],
        Has(result, options.Quiet),
        Has(result, options.Verbose),
        !Has(result, options.NoColor) && !surroundings.IsColourUnwanted);

    private static bool Has(ParseResult result, Option<bool> option) =>
        result.GetResult(option) is { Implicit: false, Tokens: [] or [{ Value: "true" }] };
}
