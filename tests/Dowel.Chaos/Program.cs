using Xunit.Runner.InProc.SystemConsole;

namespace Dowel.Chaos;

/// <summary>Runs the tests, or, called with <c>victim</c>, the migrator that they kill.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) =>
        arguments is [Victim.Mode, .. var rest] ? Victim.RunAsync(rest) : TestAsync(arguments);

    // The runner's assemblies are loaded with this method, so a victim starts without them.
    private static async Task<int> TestAsync(string[] arguments)
    {
        var code = await ConsoleRunner.Run(arguments);
        Findings.Print(Console.Out);
        return code;
    }
}
