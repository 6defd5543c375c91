using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Makes columns of a record's properties.</summary>
/// <param name="shape">The record's shape.</param>
/// <param name="record">The record's place, for properties that have none of their own.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class ColumnParser(RecordShape shape, Location? record, DiagnosticList diagnostics)
{
    private int _keys;

    /// <summary>Makes a column of a property.</summary>
    /// <param name="property">The property.</param>
    /// <returns>The column; null where its type is not stored.</returns>
    public ColumnModel? Parse(IPropertySymbol property)
    {
        var attributes = shape.Attributes(property);
        var result = TypeParser.Parse(property.Type, attributes);
        if (result.Type is not { } type)
        {
            Report(property, property.Type, result);
            return null;
        }

        var name = ReferenceParser.ColumnOf(property, shape);
        if (!Names.CanBeColumn(name))
        {
            diagnostics.Add(RecordErrors.BadName, PlaceOf(property), name);
        }

        return Check(property, new(name, property.Name, type)
        {
            Key = attributes.Has("KeyAttribute") ? ++_keys : 0,
            IsIdentity = attributes.Has("IdentityAttribute"),
            IsVersion = attributes.Has("VersionAttribute"),
            IsInsertOnly = attributes.Has("InsertOnlyAttribute"),
            References = attributes.Find("ReferencesAttribute") is { } reference ? ReferenceParser.Parse(property, reference, diagnostics) : null,
        });
    }

    /// <summary>Where a property is declared.</summary>
    /// <param name="property">The property.</param>
    /// <returns>The place; null where that is no source.</returns>
    public static Location? Place(IPropertySymbol property) => property.Locations.FirstOrDefault(location => location.IsInSource);

    private Location? PlaceOf(IPropertySymbol property) => Place(property) ?? record;

    private ColumnModel Check(IPropertySymbol property, ColumnModel column)
    {
        var spelled = property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (column.Key > 0 && (column.Type.IsNullable || !IsComparable(column.Type)))
        {
            diagnostics.Add(RecordErrors.KeyType, PlaceOf(property), property.Name, spelled);
        }

        if (column.IsIdentity && !IsCounted(column.Type.Form == TypeForm.Id ? column.Type.Inner! : column.Type))
        {
            diagnostics.Add(RecordErrors.IdentityType, PlaceOf(property), property.Name, spelled);
        }

        if (column.IsVersion && (!IsCounted(column.Type) || column.Key > 0 || column.IsIdentity))
        {
            diagnostics.Add(RecordErrors.VersionType, PlaceOf(property), property.Name, spelled);
        }

        if ((column.IsIdentity || column.IsVersion) && !RecordShape.IsSettable(property))
        {
            diagnostics.Add(RecordErrors.ReadOnly, PlaceOf(property), property.Name);
        }

        return column;
    }

    /// <summary>Whether a column can be part of a key.</summary>
    /// <param name="type">The column's type.</param>
    /// <returns>False for JSON, arrays and fractions.</returns>
    public static bool IsComparable(TypeModel type) =>
        type is { Form: not (TypeForm.Json or TypeForm.Array), Kind: not (SqlKind.Real or SqlKind.DoublePrecision) };

    private static bool IsCounted(TypeModel type) =>
        type is { IsNullable: false, Form: TypeForm.Plain, Kind: SqlKind.SmallInt or SqlKind.Integer or SqlKind.BigInt };

    private void Report(IPropertySymbol property, ITypeSymbol type, TypeResult result)
    {
        var spelled = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        var (error, arguments) = result.Problem switch
        {
            TypeProblem.NoPrecision => (RecordErrors.NoPrecision, []),
            TypeProblem.PrecisionBounds => (RecordErrors.PrecisionBounds, [result.Detail]),
            TypeProblem.NoJsonContext => (RecordErrors.NoJsonContext, [result.Detail]),
            TypeProblem.NotSerializable => (RecordErrors.NotSerializable, [result.Detail, spelled.TrimEnd('?')]),
            TypeProblem.BrokenJson => (RecordErrors.BrokenJson, []),
            TypeProblem.SameLabel => (RecordErrors.SameLabel, [spelled, result.Detail]),
            TypeProblem.Misplaced => (RecordErrors.Misplaced, [result.Detail, spelled]),
            TypeProblem.Oblivious => (RecordErrors.Oblivious, []),
            _ => (RecordErrors.UnsupportedType, new[] { spelled }),
        };
        diagnostics.Add(error, PlaceOf(property), [property.Name, .. arguments]);
    }
}
