namespace Dowel.Migrations;

/// <summary>What decides which scripts a plan takes and which sets it refuses.</summary>
public sealed record PlanOptions
{
    /// <summary>The last version to apply; null for all.</summary>
    public MigrationVersion? Target { get; init; }

    /// <summary>What to do with late-comers.</summary>
    public OutOfOrderPolicy OutOfOrder { get; init; }

    /// <summary>Whether numbers may be left out.</summary>
    public GapPolicy Gaps { get; init; }

    /// <summary>Whether all pending scripts run in one transaction.</summary>
    public bool Atomic { get; init; }

    /// <summary>The dialect whose rules cut the scripts.</summary>
    public required Dialect Dialect { get; init; }

    /// <summary>What <c>${name}</c> stands for.</summary>
    public required ScriptTokens Tokens { get; init; }
}
