using System.Diagnostics;

namespace Dowel.Packages;

/// <summary>A web service that was built and now runs, on a port of its own choice.</summary>
internal sealed class RunningService : IDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly Process _process;

    private RunningService(Process process, Uri address) => (_process, Client) = (process, new() { BaseAddress = address });

    public HttpClient Client { get; }

    public static async Task<RunningService> StartAsync(string folder, string assembly)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine("out", assembly), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = "";
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            output += $"{line}\n";
            if (line.Contains(Listening, StringComparison.Ordinal))
            {
                // What it says from now on is read, so that it never waits for a reader.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new(process, new(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]));
            }
        }

        process.Dispose();
        throw new InvalidOperationException($"The service ended before it listened:\n{output}");
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill();
        _process.Dispose();
    }
}
