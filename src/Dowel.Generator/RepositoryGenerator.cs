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

        var models = parsed
            .Where(static repository => repository.Model is not null)
            .Select(static (repository, _) => repository.Model!)
            .WithTrackingName(ModelStep);
        context.RegisterSourceOutput(models, static (output, model) =>
            output.AddSource($"{model.FullName}.g.cs", RepositoryWriter.Render(model)));

        var projectFolder = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var folder) ? folder : "");
        var contracts = parsed
            .Where(static repository => repository is { Model: not null, Places: not null })
            .Select(static (repository, _) => (repository.Model, repository.Places))
            .Combine(projectFolder)
            .WithTrackingName(ContractStep);
        context.RegisterImplementationSourceOutput(contracts, static (output, found) => output.AddSource(
            $"{found.Left.Model!.FullName}.contract.g.cs", ContractWriter.Render(found.Left.Model, found.Left.Places!, found.Right)));

        var diagnostics = parsed.SelectMany(static (repository, _) => repository.Diagnostics).WithTrackingName(DiagnosticStep);
        context.RegisterSourceOutput(diagnostics, static (output, found) => output.ReportDiagnostic(Errors.Make(found)));
    }
}
