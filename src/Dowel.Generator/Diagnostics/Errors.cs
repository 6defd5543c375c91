using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>All errors by their codes.</summary>
internal static class Errors
{
    /// <summary>The category of all of them.</summary>
    public const string Category = "Dowel";

    private static readonly Dictionary<string, DiagnosticDescriptor> ByCode =
        RepositoryErrors.All.Concat(RecordErrors.All).Concat(QueryErrors.All).Concat(OwnershipErrors.All).Concat(SchemaErrors.All).ToDictionary(error => error.Id);

    /// <summary>Makes what the compiler reports.</summary>
    /// <param name="model">The error.</param>
    /// <returns>The diagnostic.</returns>
    public static Diagnostic Make(DiagnosticModel model) =>
        Diagnostic.Create(ByCode[model.Code], model.Location?.ToLocation() ?? Location.None, [.. model.Arguments]);
}
