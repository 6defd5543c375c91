using System.Diagnostics;

namespace Dowel.Torture;

/// <summary>A database's own client program: the judge of what a script should have done.</summary>
internal sealed class ClientProgram
{
    private readonly string _file;

    private ClientProgram(string file) => _file = file;

    /// <summary>Finds a program on the path, else where Debian keeps the newest PostgreSQL.</summary>
    /// <exception cref="FileNotFoundException">It is not installed.</exception>
    public static ClientProgram Find(string name)
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var folder = onPath.Concat(PackagedFolders()).FirstOrDefault(folder => File.Exists(Path.Combine(folder, name)));
        return folder is null
            ? throw new FileNotFoundException($"{name} is not on the path and not in /usr/lib/postgresql/*/bin; install it to run this suite.")
            : new(Path.Combine(folder, name));
    }

    /// <summary>Runs it to its end and gives what it printed.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="environment">What is added to the environment.</param>
    /// <param name="input">The file on its standard input, or null for nothing.</param>
    public async Task<string> RunAsync(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? input = null)
    {
        var start = new ProcessStartInfo(_file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            await using var file = File.OpenRead(input);
            await file.CopyToAsync(process.StandardInput.BaseStream);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{Path.GetFileName(_file)}: {await errors}");
        return await output;
    }

    private static IEnumerable<string> PackagedFolders() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
        : [];
}
