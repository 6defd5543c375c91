using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Finds out what a row becomes, and of which columns.</summary>
/// <param name="record">The repository's record.</param>
/// <param name="diagnostics">Where errors go.</param>
/// <param name="method">The method whose result it is.</param>
internal sealed class RowParser(RecordModel record, DiagnosticList diagnostics, IMethodSymbol method)
{
    /// <summary>Looks at a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="mayBeMissing">Whether its null means that there is no row.</param>
    /// <returns>What a row becomes; null where no row can become it.</returns>
    public RowModel? Parse(ITypeSymbol type, bool mayBeMissing)
    {
        var attributes = AttributeSet.OfReturn(method);
        var scalar = TypeParser.Parse(type, attributes);
        if (scalar.Type is { } value)
        {
            return new(RowForm.Scalar, value.Name, new([new("", "", value)])) { IsValueType = value.IsValueType };
        }

        if (scalar.Problem != TypeProblem.Unsupported)
        {
            TypeErrors.Report(diagnostics, scalar, method.Locations[0], ($"The result of {method.Name}", type));
            return null;
        }

        var nullable = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } named ? named.TypeArguments[0] : null;
        return (nullable ?? type) switch
        {
            _ when !mayBeMissing && (nullable is not null || type.NullableAnnotation == NullableAnnotation.Annotated) => null,
            INamedTypeSymbol { IsTupleType: true } tuple => Tuple(tuple),
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsUnboundGenericType: false } row => Object(row),
            _ => null,
        };
    }

    private RowModel? Tuple(INamedTypeSymbol tuple)
    {
        var members = new List<RowMember>();
        foreach (var element in tuple.TupleElements)
        {
            var name = element.IsExplicitlyNamedTupleElement ? element.Name : "";
            if (Member(name, element.Type, AttributeSet.Of()) is not { } member)
            {
                return null;
            }

            members.Add(member with { Name = Names.Identifier(element.Name), Column = name.Length == 0 ? "" : Names.Snake(name) });
        }

        return new(RowForm.Tuple, Names.NotNull(tuple), members.ToEquatableArray()) { IsValueType = true, Constructed = members.Count };
    }

    private RowModel? Object(INamedTypeSymbol type)
    {
        var name = Names.NotNull(type);
        if (name == record.Name)
        {
            var columns = record.Columns.Select(column => new RowMember(column.Property, column.Name, column.Type));
            return new(RowForm.Record, name, columns.ToEquatableArray()) { IsValueType = type.IsValueType };
        }

        var constructor = ConstructorOf(type);
        var taken = constructor?.Parameters ?? [];
        var members = taken.Select(parameter => Member(PropertyOf(type, parameter), parameter, parameter.Type))
            .Concat(SetOf(type, taken).Select(property => Member(property, null, property.Type)))
            .ToList();
        return constructor is null || members.Count == 0 || members.Contains(null)
            ? null
            : new(RowForm.Object, name, members.OfType<RowMember>().ToEquatableArray()) { IsValueType = type.IsValueType, Constructed = taken.Length };
    }

    /// <summary>The constructor with the most parameters that everybody may call, but for the one that copies a record.</summary>
    private static IMethodSymbol? ConstructorOf(INamedTypeSymbol type) => type.InstanceConstructors
        .Where(constructor => constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal)
        .Where(constructor => constructor.Parameters is not [{ Type: var only }] || !SymbolEqualityComparer.Default.Equals(only, type))
        .OrderByDescending(constructor => constructor.Parameters.Length)
        .FirstOrDefault();

    private static IPropertySymbol? PropertyOf(INamedTypeSymbol type, IParameterSymbol parameter) =>
        type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<IPropertySymbol> SetOf(INamedTypeSymbol type, IEnumerable<IParameterSymbol> taken) =>
        type.GetMembers().OfType<IPropertySymbol>().Where(property =>
            property is { IsStatic: false, IsIndexer: false, SetMethod.DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }
            && !taken.Any(parameter => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)));

    private RowMember? Member(IPropertySymbol? property, IParameterSymbol? parameter, ITypeSymbol type)
    {
        var name = property?.Name ?? parameter!.Name;
        var attributes = AttributeSet.Of(property, parameter);
        var member = Member(name, type, attributes);
        return member is not null && attributes.Find("ColumnAttribute") is { ConstructorArguments: [{ Value: string column }] }
            ? member with { Column = column }
            : member;
    }

    private RowMember? Member(string name, ITypeSymbol type, AttributeSet attributes)
    {
        var column = record.Columns.FirstOrDefault(column => string.Equals(column.Property, name, StringComparison.OrdinalIgnoreCase));
        var result = ColumnTypes.Inherit(column, type, attributes) is { } known ? new(known) : TypeParser.Parse(type, attributes);
        if (result.Type is null)
        {
            TypeErrors.Report(diagnostics, result, method.Locations[0], ($"'{name}' in the result of {method.Name}", type));
            return null;
        }

        return new(name, Names.Snake(name), result.Type);
    }
}
