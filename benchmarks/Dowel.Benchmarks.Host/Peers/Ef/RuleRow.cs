namespace Dowel.Benchmarks;

/// <summary>A version of a policy, as EF Core knows one.</summary>
internal sealed class RuleRow
{
    public required string PolicyKey { get; set; }

    public int Version { get; set; }

    public bool IsActive { get; set; }

    public required string Definition { get; set; }
}
