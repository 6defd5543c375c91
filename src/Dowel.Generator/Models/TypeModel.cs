namespace Dowel.Generator;

/// <summary>A type in C# and how its values travel.</summary>
/// <param name="Name">The type as C# spells it, from <c>global::</c>, without a question mark.</param>
/// <param name="Form">What lies between it and the engine.</param>
/// <param name="Kind">What it is in the database; for an array what each element is.</param>
internal sealed record TypeModel(string Name, TypeForm Form, SqlKind Kind)
{
    /// <summary>Whether it may be null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether it is a struct, so that its nullable is another type.</summary>
    public bool IsValueType { get; init; }

    /// <summary>All digits of a decimal number.</summary>
    public int Precision { get; init; }

    /// <summary>A decimal number's digits after the point.</summary>
    public int Scale { get; init; }

    /// <summary>The type that it travels as, or an array's elements.</summary>
    public TypeModel? Inner { get; init; }

    /// <summary>The property that holds an id's value.</summary>
    public string? Member { get; init; }

    /// <summary>The serializer context of a JSON value, from <c>global::</c>.</summary>
    public string? JsonContext { get; init; }

    /// <summary>An enum's labels.</summary>
    public EquatableArray<LabelModel> Labels { get; init; }

    /// <summary>The type as it is declared.</summary>
    public string Declared => IsNullable ? Name + "?" : Name;

    /// <summary>Whether it is a list of values.</summary>
    public bool IsArray => Form == TypeForm.Array;

    /// <summary>The same type without null.</summary>
    public TypeModel NotNull => IsNullable ? this with { IsNullable = false } : this;
}
