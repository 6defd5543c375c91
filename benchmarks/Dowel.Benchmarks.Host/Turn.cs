namespace Dowel.Benchmarks;

/// <summary>What wrk says of one turn.</summary>
/// <param name="Requests">How many were answered.</param>
/// <param name="Microseconds">In how long.</param>
/// <param name="Middle">Half of them were answered within this many microseconds.</param>
/// <param name="Late">99 of 100 were.</param>
/// <param name="Failed">How many were not, or with an error.</param>
/// <param name="Next">The number of the next request.</param>
internal sealed record Turn(long Requests, long Microseconds, long Middle, long Late, long Failed, long Next)
{
    /// <summary>How many were answered in a second.</summary>
    public double PerSecond => Requests * 1e6 / Microseconds;
}
