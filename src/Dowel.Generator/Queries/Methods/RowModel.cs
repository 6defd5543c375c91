namespace Dowel.Generator;

/// <summary>What a row becomes, and of which columns, in their order.</summary>
/// <param name="Form">Which kind of thing.</param>
/// <param name="Name">Its type as C# spells it, from <c>global::</c>, not null.</param>
/// <param name="Members">What the columns become.</param>
internal sealed record RowModel(RowForm Form, string Name, EquatableArray<RowMember> Members)
{
    /// <summary>A number of rows.</summary>
    public static readonly RowModel Count = new(RowForm.Scalar, "long", new([new("", "", SimpleTypes.Int64)])) { IsValueType = true };

    /// <summary>How many of the members the constructor takes; the others are set behind it.</summary>
    public int Constructed { get; init; }

    /// <summary>Whether it is a struct, so that its nullable is another type.</summary>
    public bool IsValueType { get; init; }

    /// <summary>Whether the row's value itself may be null: a scalar's.</summary>
    public bool IsNullable => Form == RowForm.Scalar && Members[0].Type.IsNullable;

    /// <summary>The row's type where every row gives one.</summary>
    public string Declared => IsNullable ? Name + "?" : Name;
}
