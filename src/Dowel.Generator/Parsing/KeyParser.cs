using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Finds a record's unique keys and indexes.</summary>
/// <param name="record">The record.</param>
/// <param name="shape">Its shape.</param>
/// <param name="columns">Its columns.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class KeyParser(INamedTypeSymbol record, RecordShape shape, IReadOnlyList<ColumnModel> columns, DiagnosticList diagnostics)
{
    /// <summary>Finds the keys that an attribute makes, those on properties first.</summary>
    /// <param name="attribute">The attribute: <c>Unique</c> or <c>Index</c>.</param>
    /// <returns>The keys, each with its place.</returns>
    public IReadOnlyList<(KeyModel Key, Location? Place)> Find(string attribute)
    {
        var onProperties =
            from property in shape.Properties
            from found in shape.Attributes(property).All(attribute + "Attribute")
            select (Key: Make([property.Name], attribute, found), Place: ColumnParser.Place(property));
        var onRecord =
            from found in AttributeSet.Of(record).All(attribute + "Attribute")
            select (Key: Make(Strings(found), attribute, found), Place: PlaceOf(found));
        return [.. onProperties.Concat(onRecord).Where(found => found.Key.Columns.Count > 0)];
    }

    /// <summary>Where an attribute stands.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <returns>The place; null where that is no source.</returns>
    public static Location? PlaceOf(AttributeData attribute) => attribute.ApplicationSyntaxReference is { } syntax
        ? Location.Create(syntax.SyntaxTree, syntax.Span)
        : null;

    private KeyModel Make(string[] properties, string attribute, AttributeData found)
    {
        var positions = properties.Select(name => IndexOf(name, attribute, found)).ToList();
        var name = found.NamedArguments.FirstOrDefault(argument => argument.Key == "Name").Value.Value as string;
        return new(name, positions.Contains(-1) ? default : positions.ToEquatableArray());
    }

    private int IndexOf(string property, string attribute, AttributeData found)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Property != property)
            {
                continue;
            }

            if (!ColumnParser.IsComparable(columns[i].Type))
            {
                diagnostics.Add(RecordErrors.KeyType, PlaceOf(found), property, columns[i].Type.Declared.Replace("global::", ""));
            }

            return i;
        }

        diagnostics.Add(RecordErrors.UnknownProperty, PlaceOf(found), record.Name, property, attribute);
        return -1;
    }

    private static string[] Strings(AttributeData attribute) => attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array } all]
        ? [.. all.Values.Select(value => value.Value as string ?? "")]
        : [];
}
