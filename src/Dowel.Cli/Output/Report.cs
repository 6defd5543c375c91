using System.Text.Json;

namespace Dowel.Cli;

/// <summary>Writes outcomes: results to the output, errors and warnings to the error stream, or all of it as one JSON object.</summary>
/// <param name="Surroundings">Where the command runs.</param>
/// <param name="Style">How it reports.</param>
internal sealed record Report(Surroundings Surroundings, ReportStyle Style)
{
    /// <summary>Watches a run in the way that fits.</summary>
    public RunProgress StartProgress() => new(Surroundings, Style);

    /// <summary>Writes what a command came to.</summary>
    public void Write(Outcome outcome)
    {
        if (Style.IsJson)
        {
            Surroundings.Output.WriteLine(JsonSerializer.Serialize(outcome, OutcomeJson.Of(outcome)));
        }
        else if (!Style.IsQuiet)
        {
            outcome.Describe(Page());
        }

        Surroundings.Output.Flush();
        var isTerminal = Surroundings.IsErrorTerminal;
        var isNeeded = outcome.Failure is not null || outcome.Warnings.Count > 0;
        var errors = new ErrorPage(Surroundings.Error, isTerminal && Style.HasColours, isTerminal && isNeeded ? Surroundings.Width() : null);
        if (!Style.IsQuiet)
        {
            errors.Warn(outcome.Warnings);
        }

        if (!Style.IsJson && outcome.Failure is { } failure)
        {
            errors.Write(failure);
        }
    }

    private IPage Page() => Surroundings.IsOutputTerminal
        ? new TerminalPage(Surroundings.Output, Surroundings.Width(), Style.HasColours) { IsWhole = Style.IsVerbose }
        : new PlainPage(Surroundings.Output);
}
