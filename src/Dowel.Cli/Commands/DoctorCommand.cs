using System.CommandLine;
using System.Runtime.InteropServices;

namespace Dowel.Cli;

/// <summary><c>dowel doctor</c>: versions, libraries, settings, permissions, locks held, poolers in the way.</summary>
internal static class DoctorCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new DowelCommand("doctor", "Tell versions, libraries, settings, permissions, locks held, and poolers in the way")
    {
        Examples = ["dowel doctor --url postgres://app@localhost/app"],
        Fail = static failure => new DiagnosisOutcome { Failure = failure },
        RunAsync = RunAsync,
    };

    private static async Task<Outcome> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var address = invocation.Settings.Address;
        var server = Engines.OpenServer(address, invocation.Settings);
        var findings = await server.DiagnoseAsync(cancellationToken).ConfigureAwait(false);
        return new DiagnosisOutcome
        {
            Database = $"{address}",
            Name = server.DisplayName,
            Findings =
            [
                new("dowel", $"{VersionAction.Version} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"),
                new("scripts", invocation.Settings.SourcePath(given: null)),
                .. findings,
            ],
        };
    }
}
