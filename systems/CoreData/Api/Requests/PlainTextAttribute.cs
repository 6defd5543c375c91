using System.ComponentModel.DataAnnotations;

namespace CoreData;

/// <summary>A text on one line: no control characters, which no database or header needs to see.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PlainTextAttribute() : ValidationAttribute("{0} must have no line breaks or other control characters.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not string text || !text.Any(char.IsControl);
}
