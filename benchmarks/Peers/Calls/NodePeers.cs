using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Dowel.Peers;

/// <summary>The migrators of the node world, installed below <c>artifacts/</c>.</summary>
/// <param name="Folder">Where they are; null where this machine has none.</param>
/// <param name="Missing">Why there are none; empty where they are.</param>
internal sealed record NodePeers(string? Folder, string Missing)
{
    private const int CannotBeHad = 3;

    /// <summary>Installs them once.</summary>
    /// <param name="root">The top of the repository.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidOperationException">They could be had, but the installation has failed.</exception>
    public static async Task<NodePeers> FindAsync(string root, CancellationToken cancellationToken = default)
    {
        var run = await ProcessRun.RunAsync(new("bash", [Path.Combine(root, "eng", "node-peers")]), cancellationToken);
        return run.ExitCode switch
        {
            0 => new(run.Output.Trim(), ""),
            CannotBeHad => new(null, run.Error.Trim().Split('\n')[^1]),
            _ => throw new InvalidOperationException($"eng/node-peers has failed: {run.Text}"),
        };
    }

    /// <summary>Why dbmate's binary is not there; empty where it is.</summary>
    public string MissingDbmate =>
        Folder is null ? Missing
        : File.Exists(DbmateProgram) ? ""
        : $"the npm registry gave no dbmate for {RuntimeInformation.RuntimeIdentifier}";

    private string DbmateProgram => Path.Combine(Folder!, "node_modules", "@dbmate", "linux-x64", "bin", "dbmate");

    /// <summary>dbmate, told to apply what is pending and to leave its schema file alone.</summary>
    public ProcessStartInfo Dbmate(string url, string scripts) =>
        new(DbmateProgram, ["--url", url, "--migrations-dir", scripts, "--no-dump-schema", "migrate"]);

    /// <summary>A program of two lines that calls Drizzle's migrator.</summary>
    public ProcessStartInfo Drizzle(string url, string scripts) => new("node", [Path.Combine(Folder!, "drizzle.mjs"), url, scripts]);
}
