namespace Dowel.Migrations;

/// <summary>Turns files and resources into the scripts for one database.</summary>
/// <remarks>Reads files and nothing else. What is wrong with them is listed in the set, all of it at once.</remarks>
public static class ScriptSetLoader
{
    /// <summary>Loads the scripts of all sources as one set.</summary>
    /// <param name="sources">The sources; versions count across them.</param>
    /// <param name="dialect">The database that the scripts are for.</param>
    /// <param name="options">What the names cannot say; null for nothing.</param>
    /// <exception cref="DirectoryNotFoundException">A source's folder does not exist.</exception>
    /// <exception cref="FileNotFoundException">A source's assembly does not exist.</exception>
    public static ScriptSet Load(IReadOnlyList<IScriptSource> sources, Dialect dialect, ScriptSetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(dialect);
        options ??= ScriptSetOptions.Default;
        var errors = new List<DowelError>();
        var names = NamedSet.Load(sources, options.Layout, errors);
        return new(names.Layout.Name, ScopeOf(names.Layout, options), Read(names, dialect, errors), InOrder(errors)) { Dialect = dialect.Name };
    }

    private static TokenScope ScopeOf(Layout layout, ScriptSetOptions options) => options.Tokens switch
    {
        null => layout.Tokens,
        true => layout.TokensWhenOn,
        false => TokenScope.Off,
    };

    private static List<Script> Read(NamedSet names, Dialect dialect, List<DowelError> errors)
    {
        var chosen = VariantChoice.Choose(names.Scripts, dialect.Name, errors).ToList();
        if (NamedSet.FindTextOrder(chosen, names.Layout) is { } disorder)
        {
            errors.Add(disorder);
        }

        var reader = new ScriptReader(names.Layout, dialect, errors);
        var scripts = chosen.SelectMany(reader.Read).ToList();
        DropLoneUndo(scripts, names, errors);
        scripts.Sort(Compare);
        return scripts;
    }

    // A version that does not exist on this database takes its undo script along; one that exists on none is a mistake where undo scripts come in pairs.
    private static void DropLoneUndo(List<Script> scripts, NamedSet names, List<DowelError> errors)
    {
        var anywhere = names.Scripts.Where(script => script.Name.Kind == ScriptKind.Versioned).Select(script => script.Name.Id).ToHashSet();
        var here = scripts.Where(script => script.Kind == ScriptKind.Versioned).Select(script => script.Id).ToHashSet();
        scripts.RemoveAll(script => script.Kind == ScriptKind.Undo && anywhere.Contains(script.Id) && !here.Contains(script.Id));
        if (names.Layout.UndoNeedsVersion)
        {
            errors.AddRange(names.Scripts
                .Where(script => script.Name.Kind == ScriptKind.Undo && !anywhere.Contains(script.Name.Id))
                .Select(script => LoadErrors.LoneUndo(script.Path, script.Name.Version!.Value)));
        }
    }

    private static int Compare(Script left, Script right)
    {
        var kinds = left.Kind.CompareTo(right.Kind);
        return kinds != 0 ? kinds
            : left.Version is { } version ? version.CompareTo(right.Version!.Value)
            : string.CompareOrdinal(left.Description, right.Description);
    }

    private static List<DowelError> InOrder(List<DowelError> errors) => [.. errors
        .Distinct()
        .OrderBy(error => error.Location?.File ?? "", StringComparer.Ordinal)
        .ThenBy(error => error.Location?.Line ?? 0)
        .ThenBy(error => error.Location?.Column ?? 0)];
}
