using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dowel.Generator;

/// <summary>Writes interface and implementation of every class with a <c>[Repository]</c>, and its contract.</summary>
/// <remarks>
/// Symbols become a model of values at once; all that follows depends on equal values alone. Places travel beside the model, so an edit
/// that only moves lines writes the contract anew and no code.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class RepositoryGenerator : IIncrementalGenerator
{
    /// <summary>The step that makes models of symbols.</summary>
    internal const string ParseStep = "Parse";

    /// <summary>The step that gives methods their SQL.</summary>
    internal const string QueryStep = "Query";

    /// <summary>The step whose results code is written from.</summary>
    internal const string ModelStep = "Model";

    /// <summary>The step whose results contracts are written from.</summary>
    internal const string ContractStep = "Contract";

    /// <summary>The step that tells errors.</summary>
    internal const string DiagnosticStep = "Diagnostics";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Dowel.Data.RepositoryAttribute`1",
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, token) => RepositoryParser.Parse(found, token))
            .WithTrackingName(ParseStep);
        var owners = Owners(context, "Dowel.Data.OwnedByAttribute").Combine(Owners(context, "Dowel.Data.OwnedThroughAttribute`1"))
            .Select(static (found, _) => found.Left.Concat(found.Right).ToEquatableArray());
        var owned = owners.Combine(context.CompilationProvider.Select(ReferencedOwners.Find))
            .Select(static (found, _) => found.Left.Select(owner => owner.Table).OfType<OwnedTableModel>().Concat(found.Right)
                .OrderBy(table => table.Table, StringComparer.Ordinal).ToEquatableArray());
        var complete = Complete(parsed, context.AdditionalTextsProvider, owned).WithTrackingName(QueryStep);

        var models = complete
            .Where(static repository => repository.Model is not null)
            .Select(static (repository, _) => repository.Model!)
            .WithTrackingName(ModelStep);
        context.RegisterSourceOutput(models, static (output, model) =>
            output.AddSource($"{model.FullName}.g.cs", RepositoryWriter.Render(model)));

        var projectFolder = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var folder) ? folder : "");
        var contracts = complete
            .Where(static repository => repository is { Model: not null, Places: not null })
            .Select(static (repository, _) => (repository.Model, repository.Places))
            .Combine(projectFolder)
            .WithTrackingName(ContractStep);
        context.RegisterImplementationSourceOutput(contracts, static (output, found) => output.AddSource(
            $"{found.Left.Model!.FullName}.contract.g.cs", ContractWriter.Render(found.Left.Model, found.Left.Places!, found.Right)));

        foreach (var attribute in QueryMethodParser.Attributes)
        {
            var strays = context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    "Dowel.Data." + attribute,
                    static (_, _) => true,
                    static (found, _) => QueryMethodParser.FindStray((IMethodSymbol)found.TargetSymbol))
                .Where(static found => found is not null);
            context.RegisterSourceOutput(strays, static (output, found) => output.ReportDiagnostic(Errors.Make(found!)));
        }

        // What is wrong with an owner is found by the record and by each of its repositories.
        var diagnostics = complete.SelectMany(static (repository, _) => repository.Diagnostics).Collect().Combine(owners)
            .SelectMany(static (found, _) => found.Left.Concat(found.Right.SelectMany(owner => owner.Diagnostics)).Distinct())
            .WithTrackingName(DiagnosticStep);
        context.RegisterSourceOutput(diagnostics, static (output, found) => output.ReportDiagnostic(Errors.Make(found)));
    }

    // Braces may name any owned table of the project, and of those that it refers to.
    private static IncrementalValueProvider<EquatableArray<ParsedOwner>> Owners(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                attribute,
                static (_, _) => true,
                static (found, _) => OwnershipParser.ParseTable((INamedTypeSymbol)found.TargetSymbol))
            .Collect()
            .Select(static (tables, _) => tables.ToEquatableArray());

    // Of the project's SQL files only those are read that a method names; migrations cost nothing.
    private static IncrementalValuesProvider<ParsedRepository> Complete(
        IncrementalValuesProvider<ParsedRepository> parsed,
        IncrementalValuesProvider<AdditionalText> texts,
        IncrementalValueProvider<EquatableArray<OwnedTableModel>> owned)
    {
        var named = parsed.SelectMany(static (repository, _) => repository.Queries.SelectMany(query => query.FilePaths)).Collect();
        var files = texts
            .Where(static file => file.Path.EndsWith(SqlFile.Ending, StringComparison.OrdinalIgnoreCase))
            .Combine(named)
            .Where(static found => found.Right.Contains(SqlFile.Normalize(found.Left.Path)))
            .Select(static (found, token) => new SqlFile(SqlFile.Normalize(found.Left.Path), found.Left.GetText(token)?.ToString() ?? ""))
            .Collect();
        return parsed.Combine(files).Combine(owned)
            .Select(static (found, _) => QueryResolution.Resolve(found.Left.Left, found.Left.Right, found.Right));
    }
}
