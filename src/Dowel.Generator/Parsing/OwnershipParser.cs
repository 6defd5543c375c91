using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Finds out how the owner of a record's rows is found.</summary>
/// <param name="diagnostics">Takes what is wrong.</param>
/// <remarks>What is wrong is told at the attribute of the record that was asked for, even where it is wrong with one that it is owned through.</remarks>
internal sealed class OwnershipParser(DiagnosticList diagnostics)
{
    private readonly HashSet<INamedTypeSymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>Looks at a record.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The way to its owner; null where it has none, or one that cannot be found.</returns>
    public OwnershipModel? Parse(INamedTypeSymbol record)
    {
        var owners = AttributesOf(record);
        if (owners.Count == 0)
        {
            return null;
        }

        var place = KeyParser.PlaceOf(owners[0]);
        if (owners.Count > 1)
        {
            diagnostics.Add(OwnershipErrors.Owner, KeyParser.PlaceOf(owners[1]), record.Name, "says two owners");
            return null;
        }

        var model = Find(record, out var why);
        if (model is null && why.Length > 0)
        {
            diagnostics.Add(owners[0].AttributeClass!.IsGenericType ? OwnershipErrors.Through : OwnershipErrors.Owner, place, record.Name, why);
        }

        return model;
    }

    /// <summary>Looks at a record wherever it is declared.</summary>
    /// <param name="record">The record.</param>
    /// <returns>Its table; null where it has none, or no owner that can be found. What is wrong is told where it has a repository.</returns>
    public static OwnedTableModel? FindTable(INamedTypeSymbol record) =>
        ReferenceParser.TableOf(record) is { } table && new OwnershipParser(new()).Parse(record) is { } owner ? new(table, owner) : null;

    private static List<AttributeData> AttributesOf(INamedTypeSymbol record)
    {
        var attributes = AttributeSet.Of(record);
        return [.. attributes.All("OwnedByAttribute"), .. attributes.All("OwnedThroughAttribute")];
    }

    private OwnershipModel? Find(INamedTypeSymbol record, out string why)
    {
        if (AttributesOf(record) is not [{ ConstructorArguments: [{ Value: string name }] } owner] || RecordShape.Of(record, out _) is not { } shape)
        {
            why = $"{record.Name} has no owner of its own";
            return null;
        }

        if (shape.Properties.FirstOrDefault(found => found.Name == name) is not { } property)
        {
            why = $"{record.Name} has no column '{name}'";
            return null;
        }

        var attributes = shape.Attributes(property);
        if (TypeParser.Parse(property.Type, attributes).Type is not { } type)
        {
            // Its column has told that already.
            why = "";
            return null;
        }

        why = Unfit(property, type, attributes);
        if (why.Length > 0)
        {
            return null;
        }

        var column = ReferenceParser.ColumnOf(property, shape);
        var found = owner.AttributeClass!.TypeArguments is [INamedTypeSymbol parent] ? FindThrough(record, parent, property, out why) : new(type, column, default);
        return found is null ? null : found with { Column = column, ColumnType = SqlType.Word(type) };
    }

    private static string Unfit(IPropertySymbol property, TypeModel type, AttributeSet attributes) => property switch
    {
        _ when type.IsNullable => $"'{property.Name}' may be null",
        _ when !ColumnParser.IsComparable(type) || type.Kind == SqlKind.Bytes => $"'{property.Name}' cannot be compared",
        _ when attributes.Has("IdentityAttribute") || attributes.Has("VersionAttribute") => $"'{property.Name}' is made or counted by the database",
        _ when !RecordShape.IsSettable(property) => $"'{property.Name}' has no 'init'",
        _ => "",
    };

    private OwnershipModel? FindThrough(INamedTypeSymbol record, INamedTypeSymbol parent, IPropertySymbol property, out string why)
    {
        if (!_seen.Add(record))
        {
            why = $"the way from {record.Name} to its owner leads back to it";
            return null;
        }

        if (ReferenceParser.TargetOf(parent, property) is not var (table, key))
        {
            why = $"{parent.Name} has no [Table], or no [Key] of one property of the type of '{property.Name}'";
            return null;
        }

        return Find(parent, out why) is { } owner
            ? owner with { Through = owner.Through.Prepend(new(table, key, owner.Column, owner.ColumnType)).ToEquatableArray() }
            : null;
    }
}
