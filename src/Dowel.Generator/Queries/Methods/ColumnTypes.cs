using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>How a value travels that is named as a column of the record: as that column does.</summary>
internal static class ColumnTypes
{
    private static readonly string[] Own = ["UnixSecondsAttribute", "PrecisionAttribute", "AsNumberAttribute", "JsonAttribute"];

    /// <summary>Takes a column's conversion for a value of the same name and type, unless the value has an attribute of its own.</summary>
    /// <param name="column">The column of this name; null where there is none.</param>
    /// <param name="type">The value's type.</param>
    /// <param name="attributes">What stands on the value.</param>
    /// <returns>The value's type; null where it is none of the column's.</returns>
    public static TypeModel? Inherit(ColumnModel? column, ITypeSymbol type, AttributeSet attributes)
    {
        var nullable = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } named ? named.TypeArguments[0] : null;
        return column is not null && column.Type.Name == Names.NotNull(nullable ?? type) && !Own.Any(attributes.Has)
            ? column.Type with { IsNullable = nullable is not null || type.NullableAnnotation == NullableAnnotation.Annotated }
            : null;
    }
}
