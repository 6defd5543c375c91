namespace Dowel.Migrations;

/// <summary>Which of the files for one script counts on a database.</summary>
/// <remarks>Pure. A file marked for the database replaces the shared one; a file marked for another database is none here.</remarks>
internal static class VariantChoice
{
    /// <summary>Chooses one file for each script that exists on the database, and reports files that claim the same place.</summary>
    public static IEnumerable<NamedScript> Choose(IReadOnlyList<NamedScript> scripts, string dialect, List<DowelError> errors)
    {
        var places = new Dictionary<string, NamedScript>(scripts.Count, StringComparer.Ordinal);
        foreach (var script in scripts)
        {
            var place = PlaceOf(script, script.Dialect);
            if (!places.TryAdd(place, script))
            {
                errors.Add(LoadErrors.Duplicate(places[place], script));
            }
        }

        return places.Values.Where(script => script.Dialect is { } marked
            ? marked == dialect
            : !places.ContainsKey(PlaceOf(script, dialect)));
    }

    // No name of a database or of a kind holds the sign between them.
    private static string PlaceOf(NamedScript script, string? dialect) => $"{dialect}/{(int)script.Name.Kind}/{script.Name.Id}";
}
