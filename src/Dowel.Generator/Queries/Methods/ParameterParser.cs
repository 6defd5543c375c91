using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dowel.Generator;

/// <summary>Finds out how a method's parameters travel.</summary>
/// <param name="record">The repository's record.</param>
/// <param name="diagnostics">Where errors go.</param>
internal sealed class ParameterParser(RecordModel record, DiagnosticList diagnostics)
{
    /// <summary>Looks at the parameters.</summary>
    /// <param name="method">The method.</param>
    /// <returns>All of them; one that is wrong has no type.</returns>
    public IReadOnlyList<MethodParameterModel> Parse(IMethodSymbol method) => [.. method.Parameters.Select(Parse)];

    private MethodParameterModel Parse(IParameterSymbol parameter)
    {
        var model = new MethodParameterModel(parameter.Name, Names.Declared(parameter.Type)) { Default = DefaultOf(parameter) };
        if (parameter.RefKind != RefKind.None || parameter.IsParams)
        {
            var word = parameter.IsParams ? "params" : parameter.RefKind.ToString().ToLowerInvariant();
            diagnostics.Add(QueryErrors.ByReference, parameter.Locations[0], parameter.Name, word);
            return model with { Declared = $"{word} {model.Declared}" };
        }

        var role = parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString() switch
        {
            "System.Threading.CancellationToken" => ParameterRole.Cancellation,
            "Dowel.Data.PageRequest" => ParameterRole.Page,
            "Dowel.Data.CursorRequest" => ParameterRole.Cursor,
            _ => ParameterRole.Value,
        };
        return role != ParameterRole.Value ? model with { Role = role } : ParseValue(parameter, model);
    }

    private MethodParameterModel ParseValue(IParameterSymbol parameter, MethodParameterModel model)
    {
        var attributes = AttributeSet.Of(parameter);
        var column = record.Columns.FirstOrDefault(column => Names.Camel(column.Property) == parameter.Name);
        var known = ColumnTypes.Inherit(column, parameter.Type, attributes);
        if (known is null && !attributes.Has("JsonAttribute") && ElementOf(parameter.Type) is { } element)
        {
            var values = TypeParser.Parse(element, attributes).Type;
            if (values is null or { IsNullable: true } or { IsArray: true } or { Kind: SqlKind.Bytes or SqlKind.Json })
            {
                diagnostics.Add(QueryErrors.UnsupportedList, parameter.Locations[0], parameter.Name, parameter.Type.ToDisplayString());
                return model;
            }

            return model with { Type = values, IsList = true };
        }

        var result = known is null ? TypeParser.Parse(parameter.Type, attributes) : new(known);
        if (result.Type is null)
        {
            TypeErrors.Report(diagnostics, result, parameter.Locations[0], (parameter.Name, parameter.Type));
            return model;
        }

        return model with { Type = result.Type };
    }

    // What a default is written as need not mean the same in the interface's file, so its value is.
    private static string? DefaultOf(IParameterSymbol parameter) => parameter switch
    {
        { HasExplicitDefaultValue: false } => null,
        { ExplicitDefaultValue: null } => "default",
        { ExplicitDefaultValue: var value, Type: var type } =>
            (type.TypeKind == TypeKind.Enum ? $"({Names.Declared(type)})" : "") + SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)
            + value switch { decimal => "m", float => "f", _ => "" },
    };

    /// <summary>What a collection of values is of: of a type that is an <c>IReadOnlyCollection</c>, but for text and bytes.</summary>
    private static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.ElementType.SpecialType == SpecialType.System_Byte ? null : array.ElementType;
        }

        return new[] { type }.Concat(type.AllInterfaces)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IReadOnlyCollection_T)
            ?.TypeArguments[0];
    }
}
