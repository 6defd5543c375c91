using System.CommandLine;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary><c>dowel verify</c>: replays the scripts on an empty database.</summary>
internal static class VerifyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var source = DowelCommand.Source();
        return new DowelCommand("verify", "Replay all scripts on an empty database: up, down, and up again")
        {
            Arguments = { source },
            Examples = ["dowel verify", "dowel verify migrations --url postgres://app@localhost/app"],
            Fail = static failure => new ReplayOutcome { Failure = failure },
            RunAsync = (invocation, token) => RunAsync(invocation, invocation.Get(source), token),
        };
    }

    private static async Task<Outcome> RunAsync(Invocation invocation, string? source, CancellationToken cancellationToken)
    {
        var address = invocation.Settings.FindAddress() ?? DatabaseAddress.Memory;
        var set = await invocation.LoadAsync(source, Engines.DialectOf(address), cancellationToken).ConfigureAwait(false);
        var server = Engines.OpenServer(address, invocation.Settings);
        var scratch = await server.CreateScratchAsync(cancellationToken).ConfigureAwait(false);
        await using (scratch.ConfigureAwait(false))
        {
            var clock = invocation.Surroundings.Clock;
            var started = clock.GetTimestamp();
            var outcome = await ReplayAsync(scratch, set, invocation.MigratorOptions, cancellationToken).ConfigureAwait(false);
            return outcome with
            {
                Database = scratch.Dialect.Name,
                Schema = scratch.Schema,
                Layout = set.Layout,
                Elapsed = clock.GetElapsedTime(started),
            };
        }
    }

    // Whatever is wrong with the scripts is what was looked for.
    private static async Task<ReplayOutcome> ReplayAsync(
        IMigrationDatabase scratch, ScriptSet set, MigratorOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return new() { Report = await ReplayCheck.RunAsync(scratch, set, options, cancellationToken).ConfigureAwait(false) };
        }
        catch (DowelException failure) when (failure is ScriptFailedException or MigrationRefusedException)
        {
            // A set that this command cannot run at all was not looked into.
            return failure is MigrationRefusedException { NeedsCode: true }
                ? new() { Failure = Failure.Of(failure) }
                : new() { Failure = Failure.Of(failure) with { ExitCode = ExitCodes.Findings } };
        }
    }
}
