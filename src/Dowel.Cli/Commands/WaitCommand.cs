using System.CommandLine;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary><c>dowel wait</c>: waits until the database answers.</summary>
internal static class WaitCommand
{
    private static readonly TimeSpan TimeoutDefault = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PauseMin = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(1);

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var timeout = SharedOptions.Duration("--timeout", "How long to wait. Default: 60s");
        return new DowelCommand("wait", "Wait until the database answers")
        {
            Options = { timeout },
            Examples = ["dowel wait --url postgres://app@localhost/app --timeout 2m"],
            Fail = static failure => new ServerOutcome { Failure = failure },
            RunAsync = (invocation, token) => RunAsync(invocation, SharedOptions.ReadDuration(invocation.Get(timeout)) ?? TimeoutDefault, token),
        };
    }

    private static async Task<Outcome> RunAsync(Invocation invocation, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var clock = invocation.Surroundings.Clock;
        var started = clock.GetTimestamp();
        var address = invocation.Settings.Address;
        var server = Engines.OpenServer(address, invocation.Settings);
        for (var pause = PauseMin; ; pause = pause < PauseMax ? pause * 2 : PauseMax)
        {
            if (await AnswersAsync(server, timeout - clock.GetElapsedTime(started), cancellationToken).ConfigureAwait(false))
            {
                var elapsed = clock.GetElapsedTime(started);
                return new ServerOutcome
                {
                    Database = $"{address}",
                    Name = server.DisplayName,
                    Elapsed = elapsed,
                    Text = $"{server.DisplayName} answers ({Wording.Of(elapsed)})",
                };
            }

            var rest = timeout - clock.GetElapsedTime(started);
            await Task.Delay(pause < rest ? pause : rest > TimeSpan.Zero ? rest : TimeSpan.Zero, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    // The last refusal is the answer when time is up.
    private static async Task<bool> AnswersAsync(IDatabaseServer server, TimeSpan rest, CancellationToken cancellationToken)
    {
        try
        {
            await server.PingAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DatabaseUnavailableException) when (rest > TimeSpan.Zero)
        {
            return false;
        }
    }
}
