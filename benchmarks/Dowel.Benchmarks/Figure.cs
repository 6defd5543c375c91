namespace Dowel.Benchmarks;

/// <summary>One thing measured.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Work">What was done.</param>
/// <param name="Value">What came out.</param>
/// <param name="Unit">In which unit: <c>ms</c>, <c>s</c>, or <c>x</c> for a ratio.</param>
/// <param name="Bar">The most it may be; null where there is no bar.</param>
/// <param name="Note">What else was seen.</param>
internal sealed record Figure(string Engine, string Work, double Value, string Unit, double? Bar = null, string Note = "")
{
    /// <summary>Whether the bar is kept; null where there is none.</summary>
    public bool? IsKept => Bar is { } bar ? Value <= bar : null;
}
