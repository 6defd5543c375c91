namespace Dowel.Benchmarks;

/// <summary>A number that several tasks raise.</summary>
internal sealed class Counter
{
    public long Id { get; set; }

    public long N { get; set; }
}
