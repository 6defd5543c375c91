using System.Diagnostics;

namespace Dowel.Packages;

/// <summary>The packages as <c>make pack</c> builds them, in a folder of their own, under a version that no cache can hold.</summary>
public sealed class LocalFeed : IAsyncLifetime
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("dowel-packages-").FullName;

    /// <summary>The version of the packages.</summary>
    public string Version { get; } = $"0.0.0-check.{Guid.NewGuid():n}";

    /// <summary>The folder with the packages.</summary>
    public string Folder => Path.Combine(_scratch, "feed");

    public async ValueTask InitializeAsync()
    {
        // As `make pack` does: a package carries the command for the build target.
        var published = await DotnetAsync(Root(), "publish", "src/Dowel.Cli", "-c", "Release", "-o", "artifacts/tool", "-v", "quiet");
        published.ExitCode.ShouldBe(0, published.Output);
        foreach (var project in Directory.GetFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories))
        {
            var packed = await DotnetAsync(Root(), "pack", project, "-c", "Release", $"-p:PackageVersion={Version}", $"-p:PackageOutputPath={Folder}", "-v", "quiet");
            packed.ExitCode.ShouldBe(0, packed.Output);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_scratch, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>An empty folder outside the tree, whose restores see the packages, and beside them only what this tree has restored.</summary>
    public string CreateWorkFolder(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_scratch, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <RestoreSources>{Folder}</RestoreSources>
                <RestorePackagesPath>{Path.Combine(_scratch, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{PackageCache()}</RestoreFallbackFolders>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
            </Project>
            """);
        return folder;
    }

    /// <summary>Runs the SDK and waits for its end, five minutes at most.</summary>
    public static Task<(int ExitCode, string Output)> DotnetAsync(string folder, params string[] arguments) =>
        RunAsync(folder, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);

    /// <summary>Runs a program and waits for its end, five minutes at most.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var output = process.StandardOutput.ReadToEndAsync(bound.Token);
        var errors = process.StandardError.ReadToEndAsync(bound.Token);
        await process.WaitForExitAsync(bound.Token);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>The top of the repository.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dowel.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static string PackageCache() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
