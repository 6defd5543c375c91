using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dowel.Generator;

/// <summary>Makes a model of a repository's class.</summary>
internal static class RepositoryParser
{
    /// <summary>Looks at the class and its record.</summary>
    /// <param name="found">The class.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The model, or what is wrong.</returns>
    public static ParsedRepository Parse(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var diagnostics = new DiagnosticList();
        var type = (INamedTypeSymbol)found.TargetSymbol;
        var attribute = found.Attributes[0];
        var place = ((TypeDeclarationSyntax)found.TargetNode).Identifier.GetLocation();

        // The compiler itself tells a record that is not there.
        if (attribute.AttributeClass!.TypeArguments is not [INamedTypeSymbol { TypeKind: not TypeKind.Error } record])
        {
            return new(null, null, default);
        }

        CheckClass(type, place, diagnostics);
        var parser = new RecordParser(record, place, diagnostics);
        var model = parser.Parse();
        if (model is not null && RankOf(record) is var rank && (rank < 2 || rank < RankOf(type)))
        {
            diagnostics.Add(RecordErrors.Hidden, parser.Place, record.Name, type.Name);
        }

        var repository = model is null ? null : new RepositoryOptions(type, attribute, model, diagnostics).Apply(Make(type, model));
        var queries = new DiagnosticList();
        var sources = model is null ? default : QueryMethodParser.Parse(type, model, found.SemanticModel.Compilation, queries);
        return diagnostics.HasAny || repository is null
            ? new(null, null, diagnostics.ToModels())
            : new(repository, Places(place, parser), queries.ToModels()) { Queries = sources };
    }

    private static RepositoryModel Make(INamedTypeSymbol type, RecordModel record)
    {
        var around = Around(type).Reverse().ToList();
        var space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
        return new(space, type.Name, record)
        {
            Accessibility = SyntaxFacts.GetText(type.DeclaredAccessibility),
            Containers = around.Select(outer => $"partial {Keyword(outer)} {Names.Identifier(outer.Name)}").ToEquatableArray(),
            FullName = string.Join(".", around.Select(outer => outer.Name).Prepend(space).Where(part => part.Length > 0).Append(type.Name)),
        };
    }

    private static RepositoryPlaces Places(Location repository, RecordParser record) => new(
        PlaceOf(repository), PlaceOf(record.Place), record.ColumnPlaces.Select(PlaceOf).ToEquatableArray(), default)
    {
        Uniques = record.UniquePlaces.Select(PlaceOf).ToEquatableArray(),
        Indexes = record.IndexPlaces.Select(PlaceOf).ToEquatableArray(),
        Checks = record.CheckPlaces.Select(PlaceOf).ToEquatableArray(),
    };

    private static PlaceModel PlaceOf(Location? location) => LocationSnapshot.Of(location)!.Place;

    private static void CheckClass(INamedTypeSymbol type, Location place, DiagnosticList diagnostics)
    {
        if (type.IsRecord || type.IsStatic || type.IsAbstract || type.IsFileLocal)
        {
            diagnostics.Add(RepositoryErrors.NotAClass, place, type.Name);
        }

        // What stands in a generic type is generic too.
        if (type.IsGenericType)
        {
            diagnostics.Add(RecordErrors.Generic, place, type.Name);
        }

        foreach (var each in Around(type).Prepend(type).Where(each => !IsPartial(each)))
        {
            diagnostics.Add(RepositoryErrors.NotPartial, place, each.Name);
        }
    }

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .OfType<TypeDeclarationSyntax>()
        .Any(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, IsValueType: true } => "record struct",
        { IsRecord: true } => "record",
        { IsValueType: true } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };

    // 3 for all, 2 for the assembly, 1 for less.
    private static int RankOf(INamedTypeSymbol type) => Around(type).Prepend(type).Min(each => each switch
    {
        { IsFileLocal: true } => 1,
        { DeclaredAccessibility: Accessibility.Public } => 3,
        { DeclaredAccessibility: Accessibility.Internal or Accessibility.ProtectedOrInternal } => 2,
        _ => 1,
    });
}
