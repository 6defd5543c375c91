using Xunit.Runner.InProc.SystemConsole;

namespace Dowel.Hosting.Tests;

/// <summary>Runs the tests, or, called with <c>serve</c>, the service that they start and kill.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) =>
        arguments is [ServiceProgram.Mode, .. var settings] ? ServiceProgram.RunAsync(settings) : ConsoleRunner.Run(arguments);
}
