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
        if (Style.IsJson && outcome.IsJsonWritten)
        {
            // The exit code says the rest.
        }
        else if (Style.IsJson)
        {
            Surroundings.Output.WriteLine(JsonSerializer.Serialize(outcome, OutcomeJson.Of(outcome)));
        }
        else if (!Style.IsQuiet)
        {
            outcome.Describe(Page());
        }

        Surroundings.Output.Flush();
        WriteErrors(outcome);
    }

    /// <summary>Writes what a command came to for one of many databases: a line, or an object in a line; errors are written in full.</summary>
    public void Write(TargetLine line)
    {
        if (Style.IsJson)
        {
            Surroundings.Output.WriteLine(OutcomeJson.Line(line.Outcome));
        }
        else if (!Style.IsQuiet)
        {
            Surroundings.Output.WriteLine(line.Text);
        }

        Surroundings.Output.Flush();
        WriteErrors(line.Named);
    }

    private void WriteErrors(Outcome outcome)
    {
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
