using System.Collections.Concurrent;

namespace Dowel.Chaos;

/// <summary>What the run measured beside passing or failing; printed behind it.</summary>
internal static class Findings
{
    private static readonly ConcurrentQueue<(string Engine, string What, string Found)> Rows = new();

    /// <summary>Notes a finding.</summary>
    public static void Add(Arena arena, string what, string found) => Rows.Enqueue((arena.Name, what, found));

    /// <summary>Prints them as a table.</summary>
    public static void Print(TextWriter output)
    {
        if (Rows.IsEmpty)
        {
            return;
        }

        output.WriteLine("| engine | what | found |");
        output.WriteLine("|---|---|---|");
        foreach (var (engine, what, found) in Rows.OrderBy(row => row.Engine, StringComparer.Ordinal))
        {
            output.WriteLine($"| {engine} | {what} | {found} |");
        }
    }
}
