namespace Dowel.Generator;

/// <summary>Where all that a repository speaks of stands; apart from the model, so that a moved line changes no code.</summary>
/// <param name="Repository">The repository's name.</param>
/// <param name="Record">The record's name.</param>
/// <param name="Columns">Each column's property or parameter.</param>
/// <param name="Methods">Each method by hand.</param>
internal sealed record RepositoryPlaces(
    PlaceModel Repository, PlaceModel Record, EquatableArray<PlaceModel> Columns, EquatableArray<MethodPlaces> Methods)
{
    /// <summary>The owned tables of the project, which no statement names but in braces. With the places, for code depends on those alone that it names.</summary>
    public EquatableArray<string> Owned { get; init; }

    /// <summary>Each unique key.</summary>
    public EquatableArray<PlaceModel> Uniques { get; init; }

    /// <summary>Each index.</summary>
    public EquatableArray<PlaceModel> Indexes { get; init; }

    /// <summary>Each check.</summary>
    public EquatableArray<PlaceModel> Checks { get; init; }
}
