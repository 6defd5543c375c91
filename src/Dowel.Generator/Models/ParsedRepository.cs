namespace Dowel.Generator;

/// <summary>What was made of a repository's source.</summary>
/// <param name="Model">The repository; null where there are errors.</param>
/// <param name="Places">Where its parts stand; null where there are errors.</param>
/// <param name="Diagnostics">What to tell the developer.</param>
internal sealed record ParsedRepository(
    RepositoryModel? Model, RepositoryPlaces? Places, EquatableArray<DiagnosticModel> Diagnostics);
