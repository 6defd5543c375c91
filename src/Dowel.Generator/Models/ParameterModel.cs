namespace Dowel.Generator;

/// <summary>A parameter of a statement.</summary>
/// <param name="Name">Its name, that of the method's parameter or of the property.</param>
/// <param name="Type">Its type.</param>
internal sealed record ParameterModel(string Name, TypeModel Type)
{
    /// <summary>Whether it is a list for <c>in (…)</c>; the type is then each value's.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether PostgreSQL gets an array with a value for each item of a call for many.</summary>
    public bool IsUnnested { get; init; }
}
