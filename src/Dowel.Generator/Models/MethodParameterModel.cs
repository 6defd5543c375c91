namespace Dowel.Generator;

/// <summary>A parameter of a method by hand.</summary>
/// <param name="Name">Its name in C#, without an at sign.</param>
/// <param name="Declared">Its type as C# spells it, with nullability.</param>
internal sealed record MethodParameterModel(string Name, string Declared)
{
    /// <summary>How its value, or each of its values, travels; null for a cancellation token and for what asks for a page.</summary>
    public TypeModel? Type { get; init; }

    /// <summary>Whether it is a collection of values.</summary>
    public bool IsList { get; init; }

    /// <summary>What it is for.</summary>
    public ParameterRole Role { get; init; }

    /// <summary>Whether it may be null.</summary>
    public bool IsNullable => Declared.EndsWith("?", StringComparison.Ordinal);

    /// <summary>Its default as C# spells it; null for none.</summary>
    public string? Default { get; init; }
}
