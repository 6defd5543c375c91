namespace Dowel.Defects;

/// <summary>A kind of mistake, and how it is put into each place of a system where it can be made.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Make">Makes every one of them.</param>
public sealed record DefectClass(string Name, Func<SystemSource, IEnumerable<Defect>> Make)
{
    /// <summary>The engine that cannot tell; the other one must.</summary>
    public string? SilentOn { get; init; }

    public override string ToString() => Name;
}
