using System.Text.Json.Serialization;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>What a run would send.</summary>
internal sealed record PlanOutcome : Outcome
{
    /// <summary>The engine's name; null where the command did not come to a database.</summary>
    public string? Database { get; init; }

    /// <summary>The schema; null where none was asked for.</summary>
    public string? Schema { get; init; }

    /// <summary>The naming convention; null where no script was read.</summary>
    public string? Layout { get; init; }

    /// <summary>The scripts that would run, in order.</summary>
    public IReadOnlyList<PlannedScript> Scripts => [.. Prepared.Select(PlannedScript.Of)];

    /// <summary>All of the SQL, with comments that say how it runs.</summary>
    public string Sql { get; init; } = "";

    /// <summary>The scripts that would run.</summary>
    [JsonIgnore]
    public IReadOnlyList<PreparedScript> Prepared { get; init; } = [];

    /// <inheritdoc/>
    public override void Describe(IPage page)
    {
        if (Failure is null)
        {
            page.Line(Prepared.Count == 0 ? "-- Nothing to do." : Sql.TrimEnd());
        }
    }
}
