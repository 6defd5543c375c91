using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Finds out how the values of a type in C# travel.</summary>
internal static class TypeParser
{
    /// <summary>Looks at a type and the attributes beside it.</summary>
    /// <param name="type">The type, with its nullability.</param>
    /// <param name="attributes">The attributes on property or parameter.</param>
    /// <returns>How it travels, or why it cannot.</returns>
    public static TypeResult Parse(ITypeSymbol type, AttributeSet attributes)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Mark(ParseNotNull(nullable.TypeArguments[0], attributes), isNullable: true);
        }

        return type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None }
            ? new(null, TypeProblem.Oblivious)
            : Mark(ParseNotNull(type, attributes), type.NullableAnnotation == NullableAnnotation.Annotated);
    }

    private static TypeResult Mark(TypeResult result, bool isNullable) =>
        result.Type is { } type ? result with { Type = type with { IsNullable = isNullable } } : result;

    private static TypeResult ParseNotNull(ITypeSymbol type, AttributeSet attributes)
    {
        if (attributes.Find("JsonAttribute") is { } json)
        {
            return Json(type, json);
        }

        var result = type switch
        {
            { TypeKind: TypeKind.Enum } => EnumParser.Parse((INamedTypeSymbol)type, attributes),
            IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: not SpecialType.System_Byte } array => List(type, array.ElementType),
            INamedTypeSymbol { Name: "IReadOnlyList", Arity: 1 } list when IsIn(list, "System.Collections.Generic") => List(type, list.TypeArguments[0]),
            _ => Decimal(type, attributes) ?? Simple(type) ?? Id(type, attributes) ?? new(null, TypeProblem.Unsupported),
        };
        return result.Type is { } model ? Adjust(model, attributes) : result;
    }

    private static TypeResult Adjust(TypeModel model, AttributeSet attributes)
    {
        if (attributes.Has("UnixSecondsAttribute"))
        {
            return model is { Form: TypeForm.Plain, Name: "global::System.DateTimeOffset" }
                ? new(model with { Form = TypeForm.UnixSeconds, Kind = SqlKind.BigInt, Inner = SimpleTypes.Int64 })
                : new(null, TypeProblem.Misplaced, "UnixSeconds");
        }

        if (attributes.Has("PrecisionAttribute") && model.Kind != SqlKind.Numeric)
        {
            return new(null, TypeProblem.Misplaced, "Precision");
        }

        return attributes.Has("AsNumberAttribute") && model.Form != TypeForm.Number
            ? new(null, TypeProblem.Misplaced, "AsNumber")
            : new(model);
    }

    private static TypeResult Json(ITypeSymbol type, AttributeData attribute)
    {
        if (attribute.ConstructorArguments.IsEmpty)
        {
            return new(null, TypeProblem.BrokenJson);
        }

        var context = attribute.ConstructorArguments is [{ Value: INamedTypeSymbol named }] ? named : null;
        var parent = context?.BaseType;
        while (parent is not null && !(parent.Name == "JsonSerializerContext" && IsIn(parent, "System.Text.Json.Serialization")))
        {
            parent = parent.BaseType;
        }

        var name = context?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? "null";
        if (parent is null)
        {
            return new(null, TypeProblem.NoJsonContext, name);
        }

        return Serializes(context!, type)
            ? new(new(Names.NotNull(type), TypeForm.Json, SqlKind.Json) { IsValueType = type.IsValueType, JsonContext = Names.NotNull(context!) })
            : new(null, TypeProblem.NotSerializable, name);
    }

    // A context without any such attribute is written by hand, and says nothing here.
    private static bool Serializes(INamedTypeSymbol context, ITypeSymbol type)
    {
        var named = context.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "JsonSerializableAttribute")
            .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value as ITypeSymbol)
            .ToList();
        return named.Count == 0 || named.Exists(each => SymbolEqualityComparer.Default.Equals(each, type));
    }

    private static TypeResult List(ITypeSymbol type, ITypeSymbol element) =>
        element.NullableAnnotation != NullableAnnotation.Annotated && SimpleTypes.Find(element) is { Form: TypeForm.Plain, Kind: not SqlKind.Bytes } inner
            ? new(new(Names.NotNull(type), TypeForm.Array, inner.Kind) { Inner = inner })
            : new(null, TypeProblem.Unsupported);

    private static TypeResult? Decimal(ITypeSymbol type, AttributeSet attributes)
    {
        if (type.SpecialType != SpecialType.System_Decimal)
        {
            return null;
        }

        if (attributes.Find("PrecisionAttribute") is not { ConstructorArguments: [{ Value: int precision }, { Value: int scale }] })
        {
            return new(null, TypeProblem.NoPrecision);
        }

        return precision is < 1 or > 28 || scale < 0 || scale > precision
            ? new(null, TypeProblem.PrecisionBounds, $"{precision}, {scale}")
            : new(new("decimal", TypeForm.Plain, SqlKind.Numeric) { IsValueType = true, Precision = precision, Scale = scale });
    }

    private static TypeResult? Simple(ITypeSymbol type) => SimpleTypes.Find(type) is { } simple ? new(simple) : null;

    // A record struct over one value: positional, with one parameter.
    private static TypeResult? Id(ITypeSymbol type, AttributeSet attributes)
    {
        if (type is not INamedTypeSymbol { IsValueType: true, Arity: 0 } id || !RecordKind.IsRecord(id)
            || id.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.Length == 1 && !constructor.IsImplicitlyDeclared) is not { } made
            || id.GetMembers(made.Parameters[0].Name).OfType<IPropertySymbol>().FirstOrDefault() is not { DeclaredAccessibility: Accessibility.Public } value)
        {
            return null;
        }

        var inner = Parse(value.Type, attributes.Beside(value, made.Parameters[0]));
        return inner.Type switch
        {
            null => inner,
            { IsNullable: true } or { Form: TypeForm.Id or TypeForm.Array or TypeForm.Json } => new(null, TypeProblem.Unsupported),
            { } model => new(Over(model, type, value.Name)),
        };
    }

    private static TypeModel Over(TypeModel inner, ITypeSymbol type, string member) => inner with
    {
        Name = Names.NotNull(type),
        Form = TypeForm.Id,
        IsValueType = true,
        Inner = inner,
        Member = Names.Identifier(member),
    };

    private static bool IsIn(INamedTypeSymbol type, string space) => type.ContainingNamespace.ToDisplayString() == space;
}
