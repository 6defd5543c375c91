using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>The attributes of Dowel.Data that stand on something; on a record's parameter they count as its property's.</summary>
internal sealed class AttributeSet
{
    private readonly IReadOnlyList<AttributeData> _attributes;

    private AttributeSet(IEnumerable<AttributeData> attributes) => _attributes = [.. attributes.Where(IsOurs)];

    /// <summary>Takes what stands on symbols.</summary>
    /// <param name="symbols">The symbols: a property and the parameter that it is made of, or one alone; nulls are left out.</param>
    /// <returns>The attributes.</returns>
    public static AttributeSet Of(params ISymbol?[] symbols) => new(symbols.OfType<ISymbol>().SelectMany(symbol => symbol.GetAttributes()));

    /// <summary>Takes what stands on a method's result.</summary>
    /// <param name="method">The method.</param>
    /// <returns>The attributes.</returns>
    public static AttributeSet OfReturn(IMethodSymbol method) => new(method.GetReturnTypeAttributes());

    /// <summary>Adds what stands on other symbols.</summary>
    /// <param name="symbols">The symbols.</param>
    /// <returns>Those attributes and these.</returns>
    public AttributeSet Beside(params ISymbol?[] symbols) => new(Of(symbols)._attributes.Concat(_attributes));

    /// <summary>Whether an attribute is there.</summary>
    /// <param name="name">The name of its class.</param>
    /// <returns>True if it is.</returns>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>The first of an attribute.</summary>
    /// <param name="name">The name of its class.</param>
    /// <returns>The attribute; null if it is not there.</returns>
    public AttributeData? Find(string name) => All(name).FirstOrDefault();

    /// <summary>All of an attribute.</summary>
    /// <param name="name">The name of its class.</param>
    /// <returns>The attributes.</returns>
    public IEnumerable<AttributeData> All(string name) => _attributes.Where(attribute => attribute.AttributeClass!.Name == name);

    // A name that several libraries have is an error of the compiler's, which leads to all of them.
    private static bool IsOurs(AttributeData attribute) => attribute.AttributeClass switch
    {
        IErrorTypeSymbol unclear => unclear.CandidateSymbols.Any(IsOurs),
        { } named => IsOurs(named),
        null => false,
    };

    private static bool IsOurs(ISymbol type) =>
        type.ContainingNamespace is { Name: "Data", ContainingNamespace: { Name: "Dowel", ContainingNamespace.IsGlobalNamespace: true } };
}
