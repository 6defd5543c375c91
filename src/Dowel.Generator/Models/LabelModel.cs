namespace Dowel.Generator;

/// <summary>A member of an enum and the text that stands for it.</summary>
/// <param name="Member">The member's name in C#.</param>
/// <param name="Text">The label.</param>
internal sealed record LabelModel(string Member, string Text);
