using Xunit.Runner.InProc.SystemConsole;

namespace Dowel.Hosting.Tests;

/// <summary>Runs the tests.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) => ConsoleRunner.Run(arguments);
}
