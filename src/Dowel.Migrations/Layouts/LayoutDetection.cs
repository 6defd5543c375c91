namespace Dowel.Migrations;

/// <summary>Which layout a set of files follows.</summary>
/// <param name="Layout">The layout; where it cannot be told, the one that most files suggest.</param>
/// <param name="Errors">Why it cannot be told, or nothing.</param>
internal sealed record LayoutDetection(Layout Layout, IReadOnlyList<DowelError> Errors)
{
    /// <summary>Whether the files may be read by the layout.</summary>
    public bool IsCertain => Errors.Count == 0;

    /// <summary>Takes the layout that the user names, or tells it from the files: a list of them, their names, and marks in their text.</summary>
    public static LayoutDetection Detect(SetFiles set, string? forced)
    {
        if (forced is not null)
        {
            return Layout.Find(forced) is { } named ? new(named.Forced, []) : new(Layout.All[0], [LoadErrors.UnknownLayout(forced)]);
        }

        if (set.Journals.Any())
        {
            return new(Layout.Find(LayoutNames.Drizzle)!, []);
        }

        var files = set.Scripts.FindAll(file => !HookName.IsCallback(file.Name));
        var suggested = files.ConvertAll(LayoutOf);
        var groups = Join([.. Layout.All
                .Select(layout => new LayoutFiles(layout, [.. files.Where((_, index) => suggested[index] == layout)]))
                .Where(group => group.Files.Count > 0)])
            .OrderByDescending(group => group.Files.Count)
            .ToList();
        return groups switch
        {
            [] => new(Layout.All[0], [.. BadNames(files)]),
            [var only] => new(only.Layout, []),
            _ => new(groups[0].Layout, [LoadErrors.MixedLayouts(groups), .. BadNames(files)]),
        };
    }

    // A mark in the text tells more than a name that several layouts read.
    private static Layout? LayoutOf(SourcedFile file)
    {
        var reading = Layout.All.Where(layout => layout.TryRead(file.Name, out _)).ToList();
        return reading.Find(layout => layout.Mark is { } mark && file.Content.Text is { } text && mark.FindIn(text) >= 0)
            ?? reading.Find(layout => layout.Mark is null);
    }

    // Where one layout's mark is found, files without it are the same layout's if it reads their names: not every script of
    // sqlx is marked, and one of goose that is not is told so.
    private static List<LayoutFiles> Join(List<LayoutFiles> groups)
    {
        var marked = groups.FindAll(group => group.Layout.Mark is not null);
        if (marked.Count != 1)
        {
            return groups;
        }

        var joined = groups.FindAll(group => group.Files.TrueForAll(file => marked[0].Layout.TryRead(file.Name, out _)));
        return [marked[0] with { Files = [.. joined.SelectMany(group => group.Files)] }, .. groups.Except(joined)];
    }

    private static IEnumerable<DowelError> BadNames(List<SourcedFile> files) => files
        .Where(file => LayoutOf(file) is null)
        .Select(file => LoadErrors.BadName(file, layout: null));
}
