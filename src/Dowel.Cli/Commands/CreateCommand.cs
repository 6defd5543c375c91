using System.CommandLine;

namespace Dowel.Cli;

/// <summary><c>dowel create</c>: makes the database.</summary>
internal static class CreateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new DowelCommand("create", "Make the database where it is missing")
    {
        Examples = ["dowel create --url postgres://app@localhost/app"],
        Fail = static failure => new ServerOutcome { Failure = failure },
        RunAsync = RunAsync,
    };

    private static async Task<Outcome> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var address = invocation.Settings.Address;
        var server = Engines.OpenServer(address, invocation.Settings);
        var started = invocation.Surroundings.Clock.GetTimestamp();
        var isNew = await server.CreateAsync(cancellationToken).ConfigureAwait(false);
        return new ServerOutcome
        {
            Database = $"{address}",
            Name = server.DisplayName,
            Changed = isNew,
            Elapsed = invocation.Surroundings.Clock.GetElapsedTime(started),
            Text = isNew ? $"Created {server.DisplayName}." : $"{server.DisplayName} is there already.",
        };
    }
}
