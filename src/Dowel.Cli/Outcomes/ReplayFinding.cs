using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>A line of the schema that is not as it should be, in JSON.</summary>
internal sealed record ReplayFinding(string When, string State, string Line)
{
    /// <summary>It is there and should not be.</summary>
    public const string Extra = "extra";

    /// <summary>It should be there and is not.</summary>
    public const string Missing = "missing";

    /// <summary>Takes a difference.</summary>
    public static ReplayFinding Of(ReplayDifference difference) =>
        new(difference.When, difference.IsExtra ? Extra : Missing, difference.Line);
}
