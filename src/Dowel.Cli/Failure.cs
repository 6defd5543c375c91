using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Why a command did not come to its result.</summary>
/// <param name="Errors">All that is wrong; never empty.</param>
/// <param name="ExitCode">What the process answers.</param>
internal sealed record Failure(IReadOnlyList<DowelError> Errors, int ExitCode)
{
    /// <summary>The failing line with a caret; empty where no line is to blame.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>What had been applied before.</summary>
    public IReadOnlyList<AppliedScript> Applied { get; init; } = [];

    /// <summary>How the scripts stand, where that could be told.</summary>
    public IReadOnlyList<ScriptStatus> Scripts { get; init; } = [];

    /// <summary>A failure of the command line itself.</summary>
    public static Failure Of(CommandLineException failure) => new(failure.Errors, failure.ExitCode);

    /// <summary>A failure that the engine told.</summary>
    public static Failure Of(DowelException failure) => failure switch
    {
        MigrationRefusedException refused => new(refused.Errors, ExitCodes.Refused) { Scripts = refused.Plan?.Scripts ?? [] },
        ScriptFailedException failed => new(failed.Errors, CodeOf(failed.Failure))
        {
            Excerpt = failed.Excerpt,
            Applied = failed.Run.Applied,
            Scripts = failed.Run.Scripts,
        },
        LockNotAcquiredException or LockLostException => new(failure.Errors, ExitCodes.LockNotHad),
        _ => new(failure.Errors, ExitCodes.Unavailable),
    };

    private static int CodeOf(StatementFailure failure) =>
        failure.Kind is FailureKind.LockTimeout or FailureKind.LockLost ? ExitCodes.LockNotHad : ExitCodes.ScriptFailed;
}
