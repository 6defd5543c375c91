using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Tells records from other types.</summary>
internal static class RecordKind
{
    /// <summary>Whether a type is a record of either kind.</summary>
    /// <param name="type">The type.</param>
    /// <returns>True if it is; a record struct of another assembly too, which the compiler no longer calls one.</returns>
    public static bool IsRecord(INamedTypeSymbol type) => type.IsRecord || (type is { IsValueType: true, DeclaringSyntaxReferences.IsEmpty: true } && IsCompiledRecord(type));

    // What the compiler writes for each record struct with parameters, and hardly anybody else does.
    private static bool IsCompiledRecord(INamedTypeSymbol type) =>
        type.GetMembers(WellKnownMemberNames.EqualityOperatorName).Length > 0
        && type.GetMembers(WellKnownMemberNames.DeconstructMethodName).OfType<IMethodSymbol>().Any(taken =>
            taken.Parameters.Length > 0
            && taken.Parameters.All(parameter => parameter.RefKind == RefKind.Out && type.GetMembers(parameter.Name).OfType<IPropertySymbol>().Any())
            && type.InstanceConstructors.Any(made => made.Parameters.Select(parameter => parameter.Name).SequenceEqual(taken.Parameters.Select(parameter => parameter.Name))));
}
