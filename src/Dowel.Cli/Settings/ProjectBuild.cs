using System.ComponentModel;
using System.Diagnostics;

namespace Dowel.Cli;

/// <summary>Builds a project and asks MSBuild where its assembly is.</summary>
internal static class ProjectBuild
{
    /// <summary>Runs the build.</summary>
    /// <returns>The assembly's path.</returns>
    /// <exception cref="CommandLineException">The project does not build.</exception>
    public static async Task<string> RunAsync(string project, CancellationToken cancellationToken)
    {
        using var build = Start(project);
        try
        {
            var output = build.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await build.StandardError.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            var target = (await output.ConfigureAwait(false)).Trim();
            await build.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return build.ExitCode == 0 && File.Exists(target)
                ? target
                : throw new CommandLineException(CommandLineErrors.BuildFailed(project, errors.Trim()));
        }
        catch (OperationCanceledException)
        {
            build.Kill(entireProcessTree: true);
            throw;
        }
    }

    // With a target named, MSBuild builds it and then prints the property alone; what fails goes to the error stream.
    private static Process Start(string project)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("dotnet", ["build", project, "-t:Build", "-getProperty:TargetPath", "-nologo", "-v:quiet"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception failure)
        {
            throw new CommandLineException(CommandLineErrors.BuildFailed(project, $"dotnet cannot be started: {failure.Message}"));
        }
    }
}
