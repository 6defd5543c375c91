namespace Dowel.Generator;

/// <summary>What was made of a repository's source.</summary>
/// <param name="Model">The repository; null where there are errors.</param>
/// <param name="Places">Where its parts stand; null where there are errors.</param>
/// <param name="Diagnostics">What to tell the developer.</param>
internal sealed record ParsedRepository(
    RepositoryModel? Model, RepositoryPlaces? Places, EquatableArray<DiagnosticModel> Diagnostics)
{
    /// <summary>Its methods by hand, whose SQL is still to be looked up and checked.</summary>
    public EquatableArray<QuerySource> Queries { get; init; }
}
