namespace Dowel.Migrations;

/// <summary>A line that belongs to no section and says something about them.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="WithoutTransaction">Whether the section that it begins runs outside a transaction.</param>
internal readonly record struct SectionMark(SectionMarkKind Kind, bool WithoutTransaction = false);
