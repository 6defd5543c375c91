using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>Policies as options and <c>dowel.json</c> spell them.</summary>
internal static class Policies
{
    /// <summary>The spellings of <see cref="OutOfOrderPolicy"/>.</summary>
    public static IReadOnlyList<string> OutOfOrderNames { get; } = ["refuse", "allow", "warn"];

    /// <summary>The spellings of <see cref="GapPolicy"/>.</summary>
    public static IReadOnlyList<string> GapNames { get; } = ["allow", "refuse"];

    /// <summary>Reads one of <see cref="OutOfOrderNames"/>.</summary>
    public static OutOfOrderPolicy OutOfOrder(string name) => name switch
    {
        "allow" => OutOfOrderPolicy.Allow,
        "warn" => OutOfOrderPolicy.Warn,
        _ => OutOfOrderPolicy.Refuse,
    };

    /// <summary>Reads one of <see cref="GapNames"/>.</summary>
    public static GapPolicy Gaps(string name) => name == "refuse" ? GapPolicy.Refuse : GapPolicy.Allow;
}
