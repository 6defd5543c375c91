namespace Dowel.Data;

/// <summary>The text that stands for an enum's member in the database; its name in snake case where there is none.</summary>
/// <param name="text">The label.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute(string text) : Attribute
{
    /// <summary>The label.</summary>
    public string Text { get; } = text;
}
