using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dowel.Generator;

/// <summary>Makes a model of a method with a <c>[Query]</c>.</summary>
internal sealed class QueryMethodParser
{
    /// <summary>The attributes that give a method its SQL.</summary>
    public static readonly IReadOnlyList<string> Attributes = ["QueryAttribute", "UpdateAttribute", "DeleteAttribute"];

    private readonly RecordModel _record;
    private readonly Compilation _compilation;
    private readonly DiagnosticList _diagnostics;

    private QueryMethodParser(RecordModel record, Compilation compilation, DiagnosticList diagnostics) =>
        (_record, _compilation, _diagnostics) = (record, compilation, diagnostics);

    /// <summary>Looks at all methods of a repository.</summary>
    /// <param name="repository">The class.</param>
    /// <param name="record">Its record.</param>
    /// <param name="compilation">To find constants in.</param>
    /// <param name="diagnostics">Where errors go.</param>
    /// <returns>Those with a query, in their order.</returns>
    public static EquatableArray<QuerySource> Parse(
        INamedTypeSymbol repository, RecordModel record, Compilation compilation, DiagnosticList diagnostics)
    {
        var parser = new QueryMethodParser(record, compilation, diagnostics);
        return repository.GetMembers().OfType<IMethodSymbol>()
            .Select(method => (Method: method, Queries: Attributes.SelectMany(AttributeSet.Of(method).All).ToList()))
            .Where(found => found.Queries.Count > 0)
            .Select(found => parser.Parse(found.Method, found.Queries))
            .OfType<QuerySource>()
            .ToEquatableArray();
    }

    /// <summary>Looks at a method with a query, wherever it is.</summary>
    /// <param name="method">The method.</param>
    /// <returns>What is wrong where its class is no repository.</returns>
    public static DiagnosticModel? FindStray(IMethodSymbol method) => AttributeSet.Of(method.ContainingType).Has("RepositoryAttribute")
        ? null
        : new(
            QueryErrors.NoRepository.Id,
            LocationSnapshot.Of(method.Locations[0]),
            new([method.Name, method.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)]));

    private QuerySource? Parse(IMethodSymbol method, List<AttributeData> queries)
    {
        var query = queries[0];
        var place = method.Locations[0];
        var found = _diagnostics.Count;
        if (Unfit(method) is { } why)
        {
            _diagnostics.Add(QueryErrors.NotPartial, place, method.Name, why);
            return null;
        }

        if (UnknownTypes.In(method) is { Count: > 0 } unknown)
        {
            _diagnostics.Add(QueryErrors.UnknownTypes, place, method.Name, string.Join(", ", unknown));
            return null;
        }

        var parameters = new ParameterParser(_record, _diagnostics).Parse(method);
        var result = new ResultParser(_record, _diagnostics).Parse(method);
        if (parameters.All(parameter => parameter.Role != ParameterRole.Cancellation))
        {
            _diagnostics.Add(QueryErrors.NoCancellation, place, method.Name);
        }

        var unowned = AttributeSet.Of(method).Find("UnownedAttribute") is { ConstructorArguments: [{ Value: var reason }] } ? reason as string ?? "" : null;
        if (unowned is not null && unowned.Trim().Length == 0)
        {
            _diagnostics.Add(OwnershipErrors.NoReason, place, method.Name);
        }

        if (queries.Count > 1)
        {
            _diagnostics.Add(OwnershipErrors.Incomplete, place, method.Name, "has its SQL in more than one attribute");
        }

        var model = new MethodModel(method.Name, Names.Declared(method.ReturnType), parameters.ToEquatableArray())
        {
            Modifiers = ModifiersOf(method),
            Result = result,
            IsBroken = _diagnostics.Count > found,
            Documentation = DocumentationOf(method),
            OrderBy = QueryArguments.List(query, "OrderBy"),
            NeverNull = AttributeSet.Of(method).Find("NeverNullAttribute") is { ConstructorArguments: [{ Kind: TypedConstantKind.Array } names] }
                ? names.Values.Select(name => name.Value as string ?? "").ToEquatableArray()
                : default,
            Unowned = unowned,
        };
        return new QueryArguments(query, _compilation).AddTo(new(
            model,
            LocationSnapshot.Of(place)!,
            method.Parameters.Select(parameter => LocationSnapshot.Of(parameter.Locations[0])!).ToEquatableArray()));
    }

    private static string? Unfit(IMethodSymbol method) => method switch
    {
        { IsStatic: true } => "static",
        { IsGenericMethod: true } => "generic",
        { IsPartialDefinition: false } => "not partial",
        { PartialImplementationPart: not null } => "implemented",
        _ => null,
    };

    private static string DocumentationOf(IMethodSymbol method)
    {
        var xml = method.GetDocumentationCommentXml() ?? "";
        var (start, end) = (xml.IndexOf('>') + 1, xml.LastIndexOf("</member>", StringComparison.Ordinal));
        return end > start ? xml.Substring(start, end - start).Trim() : "";
    }

    // The other part of a partial method must say the same.
    private static string ModifiersOf(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<MethodDeclarationSyntax>().First().Modifiers.ToString();
}
