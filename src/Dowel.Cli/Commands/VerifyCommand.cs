using System.CommandLine;

namespace Dowel.Cli;

/// <summary><c>dowel verify</c>: replays the scripts on an empty database, and compares an assembly's repositories with it.</summary>
internal static class VerifyCommand
{
    private static readonly string[] DialectNames = ["sqlite", VerifyRun.Postgres];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var source = DowelCommand.Source();
        var build = new Option<bool>("--msbuild") { Description = "For a build: compare the repositories on SQLite alone, and report as the compiler does" };
        var engine = SharedOptions.OneOf("--engine", DialectNames, "Replay and compare on this engine alone. Default: that of --url; statements for SQLite on SQLite too");
        return new DowelCommand("verify", "Replay all scripts on an empty database: up, down, and up again; of an assembly also check records and statements")
        {
            Arguments = { source },
            Options = { engine, build },
            Examples =
            [
                "dowel verify", "dowel verify migrations --url postgres://app@localhost/app", "dowel verify bin/Debug/net10.0/App.dll --url postgres://app@localhost/app",
            ],
            Fail = static failure => new ReplayOutcome { Failure = failure },
            RunAsync = async (invocation, token) =>
            {
                var run = await VerifyRun.OpenAsync(invocation, invocation.Get(source), token).ConfigureAwait(false);
                return invocation.Get(build) ? await run.BuildAsync(token).ConfigureAwait(false) : await run.RunAsync(invocation.Get(engine), token).ConfigureAwait(false);
            },
        };
    }
}
