using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>The types in a method's signature that the compiler does not find.</summary>
internal static class UnknownTypes
{
    /// <summary>Looks at what a method takes and returns.</summary>
    /// <param name="method">The method.</param>
    /// <returns>Their names, each once; empty where all are found.</returns>
    public static IReadOnlyList<string> In(IMethodSymbol method) =>
    [
        .. method.Parameters.Select(parameter => parameter.Type).Prepend(method.ReturnType).SelectMany(Within)
            .Select(type => $"'{type.Name}'").Distinct(),
    ];

    private static IEnumerable<ITypeSymbol> Within(ITypeSymbol type)
    {
        var inner = type switch
        {
            IArrayTypeSymbol array => Within(array.ElementType),
            INamedTypeSymbol named => named.TypeArguments.SelectMany(Within),
            _ => [],
        };
        return type.TypeKind == TypeKind.Error ? inner.Prepend(type) : inner;
    }
}
