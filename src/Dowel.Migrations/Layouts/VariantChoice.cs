namespace Dowel.Migrations;

/// <summary>Which of the files for one script counts on a database.</summary>
/// <remarks>Pure. A file marked for the database replaces the shared one; a file marked for another database is none here.</remarks>
internal static class VariantChoice
{
    /// <summary>Chooses one file for each script that exists on the database, and reports files that claim the same place.</summary>
    public static IEnumerable<NamedScript> Choose(List<NamedScript> scripts, string dialect, List<DowelError> errors)
    {
        var places = new Dictionary<(ScriptKind Kind, string Id, string? Dialect), NamedScript>(scripts.Count);
        foreach (var script in scripts)
        {
            var place = (script.Name.Kind, script.Name.Id, script.Dialect);
            if (!places.TryAdd(place, script))
            {
                errors.Add(LoadErrors.Duplicate(places[place], script));
            }
        }

        return places.Values.Where(script => script.Dialect is { } marked
            ? marked == dialect
            : !places.ContainsKey((script.Name.Kind, script.Name.Id, dialect)));
    }
}
