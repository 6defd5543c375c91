namespace Dowel.Generator;

/// <summary>From here on, a statement's text comes from there in what the developer wrote.</summary>
/// <param name="Offset">The UTF-16 offset in the statement's text.</param>
/// <param name="Source">The UTF-16 offset in the template that it was made from.</param>
/// <param name="Length">How much of the template it repeats as it is; 0 for text that stands for something else.</param>
internal sealed record SegmentModel(int Offset, int Source, int Length);
