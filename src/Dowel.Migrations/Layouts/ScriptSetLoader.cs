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
        var files = List(sources, errors);
        var detection = LayoutDetection.Detect(files, options.Layout);
        errors.AddRange(detection.Errors);
        var scripts = detection.IsCertain ? Read(Name(files, detection.Layout, errors), detection.Layout, dialect, errors) : [];
        return new(detection.Layout.Name, ScopeOf(detection.Layout, options), scripts, InOrder(errors)) { Dialect = dialect.Name };
    }

    private static TokenScope ScopeOf(Layout layout, ScriptSetOptions options) => options.Tokens switch
    {
        null => layout.Tokens,
        true => layout.TokensWhenOn,
        false => TokenScope.Off,
    };

    private static List<SourcedFile> List(IReadOnlyList<IScriptSource> sources, List<DowelError> errors)
    {
        var files = new List<SourcedFile>();
        foreach (var source in sources)
        {
            var found = source.Load();
            errors.AddRange(found.Errors);
            files.AddRange(found.Files.Select(file => new SourcedFile(file, source.Name, ScriptFileName.Parse(file.Name))));
        }

        return files;
    }

    private static List<NamedScript> Name(List<SourcedFile> files, Layout layout, List<DowelError> errors)
    {
        var scripts = new List<NamedScript>(files.Count);
        foreach (var file in files)
        {
            if (file.Name.IsContradictory)
            {
                errors.Add(LoadErrors.ContradictoryName(file.File.Path));
            }
            else if (HookName.TryRead(file.Name, out var name) || layout.TryRead(file.Name, out name))
            {
                scripts.Add(new(file, name));
            }
            else
            {
                errors.Add(HookName.IsCallback(file.Name) ? LoadErrors.UnknownCallback(file) : LoadErrors.BadName(file, layout));
            }
        }

        return scripts;
    }

    private static List<Script> Read(List<NamedScript> named, Layout layout, Dialect dialect, List<DowelError> errors)
    {
        var reader = new ScriptReader(dialect, errors);
        var scripts = new List<Script>();
        foreach (var candidate in VariantChoice.Choose(named, dialect.Name, errors))
        {
            if (reader.Read(candidate) is { } script)
            {
                scripts.Add(script);
            }
        }

        DropLoneUndo(scripts, named, layout, errors);
        scripts.Sort(Compare);
        return scripts;
    }

    // A version that does not exist on this database takes its undo script along; one that exists on none is a mistake where undo scripts come in pairs.
    private static void DropLoneUndo(List<Script> scripts, List<NamedScript> named, Layout layout, List<DowelError> errors)
    {
        var anywhere = named.Where(script => script.Name.Kind == ScriptKind.Versioned).Select(script => script.Name.Id).ToHashSet();
        var here = scripts.Where(script => script.Kind == ScriptKind.Versioned).Select(script => script.Id).ToHashSet();
        scripts.RemoveAll(script => script.Kind == ScriptKind.Undo && anywhere.Contains(script.Id) && !here.Contains(script.Id));
        if (layout.UndoNeedsVersion)
        {
            errors.AddRange(named
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
        .OrderBy(error => error.Location?.File ?? "", StringComparer.Ordinal)
        .ThenBy(error => error.Location?.Line ?? 0)
        .ThenBy(error => error.Location?.Column ?? 0)];
}
