using System.CommandLine;

namespace Dowel.Cli;

/// <summary><c>dowel drop</c>: takes the database away, once a person has confirmed it.</summary>
internal static class DropCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var yes = new Option<bool>("--yes") { Description = "Do not ask" };
        return new DowelCommand("drop", "Take the database away with everything in it")
        {
            Options = { yes },
            Examples = ["dowel drop --url sqlite:app.db", "dowel drop --yes --url postgres://app@localhost/app_test"],
            Fail = static failure => new ServerOutcome { Failure = failure },
            RunAsync = (invocation, token) => RunAsync(invocation, invocation.Get(yes), token),
        };
    }

    private static async Task<Outcome> RunAsync(Invocation invocation, bool isConfirmed, CancellationToken cancellationToken)
    {
        var address = invocation.Settings.Address;
        if (!isConfirmed && !Confirms(invocation, address.Name))
        {
            throw new CommandLineException(CommandLineErrors.NotConfirmed(address.Name));
        }

        var server = Engines.OpenServer(address, invocation.Settings);
        var started = invocation.Surroundings.Clock.GetTimestamp();
        var wasThere = await server.DropAsync(cancellationToken).ConfigureAwait(false);
        return new ServerOutcome
        {
            Database = $"{address}",
            Name = server.DisplayName,
            Changed = wasThere,
            Elapsed = invocation.Surroundings.Clock.GetElapsedTime(started),
            Text = wasThere ? $"Dropped {server.DisplayName}." : $"{server.DisplayName} is not there.",
        };
    }

    private static bool Confirms(Invocation invocation, string name)
    {
        if (!invocation.Surroundings.IsInputTerminal)
        {
            return false;
        }

        invocation.Progress.Dispose();
        invocation.Surroundings.Error.Write($"This drops '{name}' with everything in it. Type its name to go on: ");
        invocation.Surroundings.Error.Flush();
        return invocation.Surroundings.ReadAnswer()?.Trim() == name;
    }
}
