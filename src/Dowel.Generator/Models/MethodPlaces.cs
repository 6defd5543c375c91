namespace Dowel.Generator;

/// <summary>Where a method by hand stands, and its SQL.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Sqlite">Where parts of SQLite's template stand: offset in the template and place, rising.</param>
/// <param name="Postgres">The same for PostgreSQL's.</param>
internal sealed record MethodPlaces(
    PlaceModel Method, EquatableArray<TemplatePlace> Sqlite, EquatableArray<TemplatePlace> Postgres);
