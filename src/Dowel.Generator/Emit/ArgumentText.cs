namespace Dowel.Generator;

/// <summary>A parameter of a generated method.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name, without an at sign.</param>
/// <param name="Doc">What it is.</param>
internal sealed record ArgumentText(string Type, string Name, string Doc)
{
    /// <summary>Its name where it is used.</summary>
    public string Identifier => Names.Identifier(Name);

    /// <summary>Type and name.</summary>
    public string Declaration => $"{Type} {Identifier}";
}
