using System.CommandLine;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>The whole command line: parses, runs, reports, and says how it went.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The words behind the program's name.</param>
    /// <param name="surroundings">Where it runs.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, Surroundings surroundings, CancellationToken cancellationToken = default)
    {
        var options = new SharedOptions();
        var result = CommandTree.Create(options, surroundings).Parse(arguments, new() { ResponseFileTokenReplacer = null });
        if (result.Action is HelpWithExamples or VersionAction)
        {
            return await result.InvokeAsync(new() { Output = surroundings.Output, Error = surroundings.Error }, cancellationToken)
                .ConfigureAwait(false);
        }

        var report = new Report(surroundings, ReportStyle.Of(result, options, surroundings));
        var command = result.CommandResult.Command as DowelCommand;
        var fail = command?.Fail ?? (static failure => new FailureOutcome(failure));
        var outcome = command is null || ParseFaults.Find(result) is { Count: > 0 }
            ? fail(new(ParseFaults.Find(result), ExitCodes.Usage))
            : await RunAsync(command, result, options, report, cancellationToken).ConfigureAwait(false);
        report.Write(outcome);
        return outcome.ExitCode;
    }

    private static async Task<Outcome> RunAsync(
        DowelCommand command, ParseResult result, SharedOptions options, Report report, CancellationToken cancellationToken)
    {
        using var progress = report.StartProgress();
        try
        {
            var settings = new RunSettings(result, options, SettingsFile.Load(), report.Surroundings);
            return await command.RunAsync(new(result, settings, progress, report), cancellationToken).ConfigureAwait(false);
        }
        catch (DowelException failure)
        {
            return command.Fail(Failure.Of(failure));
        }
        catch (CommandLineException failure)
        {
            return command.Fail(Failure.Of(failure));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return command.Fail(new([CommandLineErrors.Interrupted()], ExitCodes.Interrupted));
        }
        catch (DllNotFoundException failure)
        {
            return command.Fail(new([CommandLineErrors.NoLibrary(failure.Message)], ExitCodes.Unavailable));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return command.Fail(new([CommandLineErrors.File(failure.Message)], ExitCodes.Usage));
        }
    }
}
