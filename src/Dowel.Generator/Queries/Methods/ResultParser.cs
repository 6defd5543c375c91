using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Finds out what a method makes of its rows, from its return type.</summary>
/// <param name="record">The repository's record.</param>
/// <param name="diagnostics">Where errors go.</param>
internal sealed class ResultParser(RecordModel record, DiagnosticList diagnostics)
{
    private static readonly HashSet<string> Lists =
    [
        "System.Collections.Generic.IReadOnlyList<T>", "System.Collections.Generic.IReadOnlyCollection<T>", "System.Collections.Generic.IEnumerable<T>",
        "System.Collections.Generic.IList<T>", "System.Collections.Generic.ICollection<T>",
    ];

    /// <summary>Looks at the return type.</summary>
    /// <param name="method">The method.</param>
    /// <returns>What it returns; null where no statement has that.</returns>
    public QueryResult? Parse(IMethodSymbol method)
    {
        var type = method.ReturnType as INamedTypeSymbol;
        var name = type?.OriginalDefinition.ToDisplayString();
        var result = name switch
        {
            "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.Task" => new(QueryGives.Nothing, null),
            "System.Threading.Tasks.ValueTask<TResult>" or "System.Threading.Tasks.Task<TResult>" => ParseResult(method, type!.TypeArguments[0]),
            "System.Collections.Generic.IAsyncEnumerable<T>" => Rows(method, QueryGives.Stream, type!.TypeArguments[0]),
            _ => Unsupported(method),
        };
        return result is null ? null : result with { IsTask = name!.StartsWith("System.Threading.Tasks.Task", StringComparison.Ordinal) };
    }

    private QueryResult? ParseResult(IMethodSymbol method, ITypeSymbol type)
    {
        var mayBeMissing = type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return type is INamedTypeSymbol { Arity: 1 } generic
            ? (generic.OriginalDefinition.ToDisplayString(), generic.TypeArguments[0]) switch
            {
                ("Dowel.Data.Page<T>", var row) => Rows(method, QueryGives.Page, row),
                ("Dowel.Data.CursorPage<T>", var row) => Rows(method, QueryGives.CursorPage, row),
                ("System.Collections.Generic.List<T>", var row) => Rows(method, QueryGives.List, row) is { } rows ? rows with { IsExactList = true } : null,
                (var list, var row) when Lists.Contains(list) => Rows(method, QueryGives.List, row),
                _ => Rows(method, mayBeMissing ? QueryGives.OneOrNone : QueryGives.One, type),
            }
            : Rows(method, mayBeMissing ? QueryGives.OneOrNone : QueryGives.One, type);
    }

    private QueryResult? Rows(IMethodSymbol method, QueryGives gives, ITypeSymbol type)
    {
        var found = diagnostics.Count;
        if (new RowParser(record, diagnostics, method).Parse(type, mayBeMissing: gives == QueryGives.OneOrNone) is { } row)
        {
            return new(gives, row);
        }

        return diagnostics.Count > found ? null : Unsupported(method);
    }

    private QueryResult? Unsupported(IMethodSymbol method)
    {
        diagnostics.Add(QueryErrors.UnsupportedReturn, method.Locations[0], method.Name, method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return null;
    }
}
