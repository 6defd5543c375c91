namespace Dowel.Migrations;

/// <summary>A set's files as far as their names go.</summary>
/// <param name="Layout">The layout that reads them.</param>
/// <param name="Scripts">The files that it reads, for all databases; none where the layout cannot be told.</param>
internal sealed record NamedSet(Layout Layout, IReadOnlyList<NamedScript> Scripts)
{
    /// <summary>Tells the layout and reads the names.</summary>
    /// <param name="sources">The sources; versions count across them.</param>
    /// <param name="forced">The layout that the user names, or null.</param>
    /// <param name="errors">Takes what is wrong with files and names.</param>
    public static NamedSet Load(IEnumerable<IScriptSource> sources, string? forced, List<DowelError> errors)
    {
        var files = SetFiles.Load(sources, errors);
        var detection = LayoutDetection.Detect(files, forced);
        errors.AddRange(detection.Errors);
        if (!detection.IsCertain || detection.Layout.Bind(files, errors) is not { } layout)
        {
            return new(detection.Layout, []);
        }

        var scripts = files.Scripts.ConvertAll(file => Read(file, layout, files, errors)).OfType<NamedScript>().ToList();
        var settings = scripts.Select(script => script.Settings).ToHashSet();
        errors.AddRange(files.Companions
            .Where(file => !settings.Contains(file) && !(layout is DrizzleLayout && CompanionName.IsJournal(file.File.Name)))
            .Select(file => LayoutErrors.LoneCompanion(file.File, layout.Name)));
        return new(layout, scripts);
    }

    /// <summary>Finds scripts that the layout's tool would run in another order.</summary>
    public static DowelError? FindTextOrder(IEnumerable<NamedScript> chosen, Layout layout)
    {
        var inOrder = chosen.Where(script => script.Name.Kind == ScriptKind.Versioned && layout.TextOrderOf(script) is not null).ToList();
        inOrder.Sort((left, right) => left.Name.Version!.Value.CompareTo(right.Name.Version!.Value));
        for (var i = 1; i < inOrder.Count; i++)
        {
            if (string.CompareOrdinal(layout.TextOrderOf(inOrder[i - 1]), layout.TextOrderOf(inOrder[i])) > 0)
            {
                return LayoutErrors.TextOrder(inOrder[i - 1], inOrder[i], layout.Name);
            }
        }

        return null;
    }

    private static NamedScript? Read(SourcedFile file, Layout layout, SetFiles files, List<DowelError> errors)
    {
        if (!file.Name.IsContradictory && (HookName.TryRead(file.Name, out var name) || layout.TryRead(file.Name, out name)))
        {
            return new(file, name, files.Find(file, layout.SettingsOf(file.File.Name)));
        }

        errors.Add(file.Name.IsContradictory ? LoadErrors.ContradictoryName(file.File.Path)
            : HookName.IsCallback(file.Name) ? LoadErrors.UnknownCallback(file)
            : layout.Refuse(file));
        return null;
    }
}
