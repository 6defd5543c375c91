using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Tells records from other types.</summary>
internal static class RecordKind
{
    /// <summary>Whether a type is a record, also one of another project.</summary>
    /// <param name="type">The type.</param>
    /// <returns>True if it is.</returns>
    /// <remarks>
    /// Of a record struct in a library the compiler does not say so. An equality that it has written itself gives it away: it writes that for no
    /// other struct, and nobody may write it for a record.
    /// </remarks>
    public static bool IsRecord(INamedTypeSymbol type) => type.IsRecord
        || (type is { IsValueType: true, TypeKind: TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: true }
            && type.GetMembers(WellKnownMemberNames.EqualityOperatorName).Any(IsWrittenByCompiler));

    private static bool IsWrittenByCompiler(ISymbol member) =>
        member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");
}
