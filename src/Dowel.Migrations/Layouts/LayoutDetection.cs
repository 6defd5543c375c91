namespace Dowel.Migrations;

/// <summary>Which layout a set of files follows.</summary>
/// <param name="Layout">The layout; where it cannot be told, the one that most files suggest.</param>
/// <param name="Errors">Why it cannot be told, or nothing.</param>
internal sealed record LayoutDetection(Layout Layout, IReadOnlyList<DowelError> Errors)
{
    /// <summary>Whether the files may be read by the layout.</summary>
    public bool IsCertain => Errors.Count == 0;

    /// <summary>Takes the layout that the user names, or tells it from the files' names.</summary>
    public static LayoutDetection Detect(List<SourcedFile> files, string? forced)
    {
        files = files.FindAll(file => !HookName.IsCallback(file.Name));
        if (forced is not null)
        {
            return Layout.Find(forced) is { } named ? new(named, []) : new(Layout.All[0], [LoadErrors.UnknownLayout(forced)]);
        }

        var suggested = Layout.All
            .Select(layout => (Layout: layout, Files: files.Where(file => layout.TryRead(file.Name, out _)).ToList()))
            .Where(group => group.Files.Count > 0)
            .OrderByDescending(group => group.Files.Count)
            .ToList();
        return suggested switch
        {
            [] => new(Layout.All[0], [.. BadNames(files)]),
            [var (only, _)] => new(only, []),
            _ => new(suggested[0].Layout, [LoadErrors.MixedLayouts(suggested), .. BadNames(files)]),
        };
    }

    private static IEnumerable<DowelError> BadNames(List<SourcedFile> files) => files
        .Where(file => Layout.All.All(layout => !layout.TryRead(file.Name, out _)))
        .Select(file => LoadErrors.BadName(file, layout: null));
}
