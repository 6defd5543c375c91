using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Finds out what a property refers to.</summary>
internal static class ReferenceParser
{
    /// <summary>Looks at the record that an attribute names.</summary>
    /// <param name="property">The property that refers.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <returns>Table and key; null where there is no such thing.</returns>
    public static ReferenceModel? Parse(IPropertySymbol property, AttributeData attribute, DiagnosticList diagnostics)
    {
        if (attribute.AttributeClass!.TypeArguments is not [INamedTypeSymbol record] || record.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (TargetOf(record, property) is var (table, column))
        {
            return new(table, column, Rule(attribute));
        }

        diagnostics.Add(
            RecordErrors.Reference,
            ColumnParser.Place(property),
            property.Name,
            record.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return null;
    }

    /// <summary>The table of a record.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The table's name; null where the record says none.</returns>
    public static string? TableOf(INamedTypeSymbol record) =>
        AttributeSet.Of(record).Find("TableAttribute") is { ConstructorArguments: [{ Value: string table }] } ? table : null;

    /// <summary>The table of a record and its key.</summary>
    /// <param name="record">The record.</param>
    /// <param name="property">The property that refers to it.</param>
    /// <returns>Table and column; null where there is no table, or no key of one property of the same type.</returns>
    public static (string Table, string Key)? TargetOf(INamedTypeSymbol record, IPropertySymbol property)
    {
        var shape = RecordShape.Of(record, out _);
        return TableOf(record) is { } table
            && shape?.Properties.Where(found => shape.Attributes(found).Has("KeyAttribute")).ToList() is [var key]
            && SymbolEqualityComparer.Default.Equals(NotNull(key.Type), NotNull(property.Type))
            ? (table, ColumnOf(key, shape))
            : null;
    }

    /// <summary>The column of a property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="shape">The shape of its record.</param>
    /// <returns>The column's name.</returns>
    public static string ColumnOf(IPropertySymbol property, RecordShape shape) =>
        shape.Attributes(property).Find("ColumnAttribute") is { ConstructorArguments: [{ Value: string name }] } ? name : Names.Snake(property.Name);

    private static ITypeSymbol NotNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.None);

    private static string Rule(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "OnDelete").Value.Value switch
        {
            1 => "cascade",
            2 => "set null",
            _ => "restrict",
        };
}
