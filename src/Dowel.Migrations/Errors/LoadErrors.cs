namespace Dowel.Migrations;

/// <summary>What can be wrong with script files, their names and their first lines.</summary>
internal static class LoadErrors
{
    private const int NamesShownMax = 3;

    /// <summary>A file's name fits no rule.</summary>
    /// <param name="file">The file.</param>
    /// <param name="layout">The set's layout; null where it is not known.</param>
    public static DowelError BadName(SourcedFile file, Layout? layout)
    {
        var near = (layout ?? Layout.NearestTo(file.Name)).Suggest(file.Name);
        var patterns = layout is not null
            ? $"Names of the layout {layout.Name}: {layout.Patterns}."
            : "Names of each layout: " + string.Join("; ", Layout.All.Select(each => $"{each.Name}: {each.Patterns}")) + '.';
        return new(
            "DWL1001",
            $"'{file.Name.File}' is not a script's name in {(layout is null ? "any layout" : $"the layout {layout.Name}")}.",
            $"Did you mean '{near}'? {patterns} Keep SQL files that are no migrations in another folder.",
            new(file.File.Path));
    }

    /// <summary>A file is named after an event of another tool at which nothing runs here.</summary>
    public static DowelError UnknownCallback(SourcedFile file) => new(
        "DWL1030",
        $"'{file.Name.File}' is a hook for an event that does not exist here.",
        $"Hooks run at {HookName.Known}. Move the statements to one of them or to a script, or keep the file in another folder.",
        new(file.File.Path));

    /// <summary>A file is marked for two databases.</summary>
    public static DowelError ContradictoryName(string path) => new(
        "DWL1001",
        $"'{path}' is marked for two databases.",
        "Keep one marking: '.postgres.sql' or '.sqlite.sql' at the end of the name, or a folder 'postgres' or 'sqlite'.",
        new(path));

    /// <summary>A script takes back a version that no script makes.</summary>
    public static DowelError LoneUndo(string path, MigrationVersion version) => new(
        "DWL1001",
        $"'{path}' takes version {version} back, but no script makes version {version}.",
        "Add the file that ends in '.up.sql' with the same number, or remove this one.",
        new(path));

    /// <summary>Two files are the same script.</summary>
    public static DowelError Duplicate(NamedScript first, NamedScript second)
    {
        var what = second.Name.Version is { } version ? $"version {version}"
            : second.Name.Kind == ScriptKind.Repeatable ? $"the repeatable script '{second.Name.Description}'"
            : $"the hook {HookName.Show(second.Name)}";
        var kind = second.Name.Kind is ScriptKind.Undo or ScriptKind.Baseline ? $"{second.Name.Kind.ToString().ToLowerInvariant()} of " : "";
        var place = second.Dialect is { } dialect ? $" for {dialect}" : "";
        var sources = first.Path == second.Path ? $" (in '{first.Origin.Source}' and '{second.Origin.Source}')" : "";
        return new(
            "DWL1002",
            $"'{first.Path}' and '{second.Path}'{sources} are both {kind}{what}{place}.",
            second.Name.Version is null ? "Give one of them another description." : "Give the newer of the two the next free version.",
            new(second.Path));
    }

    /// <summary>The system does not let a file or folder be read.</summary>
    public static DowelError Unreadable(string path, string reason) => new(
        "DWL1003", $"'{path}' cannot be read: {reason}", "Check that it exists and that this user may read it.", new(path));

    /// <summary>A symbolic link cannot be followed.</summary>
    /// <param name="path">The link.</param>
    /// <param name="why">The rest of the sentence: where it leads.</param>
    public static DowelError Link(string path, string why) => new(
        "DWL1003", $"The link '{path}' {why}.", "Put the file itself there, or name the folder it is in as another source.", new(path));

    /// <summary>A file is too large to be a script.</summary>
    public static DowelError TooLarge(string path, long lengthBytes) => new(
        "DWL1003",
        $"'{path}' has {lengthBytes} bytes; a script has at most {ScriptFileText.BytesMax}.",
        "Split it into several scripts, or load its rows with the database's own tools.",
        new(path));

    /// <summary>A file is UTF-16.</summary>
    public static DowelError Utf16(string path) => new(
        "DWL1003", $"'{path}' is encoded in UTF-16.", "Save it as UTF-8; the byte order mark may stay or go.", new(path, 1, 1));

    /// <summary>A file holds bytes that are no UTF-8.</summary>
    public static DowelError NotUtf8(SourceLocation place, int offset, byte value) => new(
        "DWL1003",
        $"'{place.File}' is not UTF-8: byte 0x{value:X2} at offset {offset}.",
        "Save it as UTF-8; it may be in Latin-1 or Windows-1252 now.",
        place);

    /// <summary>A file holds a NUL.</summary>
    public static DowelError Nul(SourceLocation place, int offset) => new(
        "DWL1003",
        $"'{place.File}' holds a NUL byte at offset {offset}, which no database takes in SQL.",
        "Save it as UTF-8 text; UTF-16 without a byte order mark looks like this.",
        place);

    /// <summary>A file is no .NET assembly.</summary>
    public static DowelError NotAnAssembly(string path) => new(
        "DWL1003",
        $"'{path}' is not a .NET assembly.",
        "Name the .dll that the project's build writes; an executable, a native library or a bundled single file holds no resources to read.",
        new(path));

    /// <summary>An assembly has no script, or none below a prefix.</summary>
    public static DowelError NoResources(string source, string? prefix, IReadOnlyList<string> scripts) => new(
        "DWL1003",
        prefix is null ? $"'{source}' has no .sql resource." : $"'{source}' has no .sql resource whose name starts with '{prefix}'.",
        scripts.Count == 0 ? "Embed the scripts: <EmbeddedResource Include=\"migrations/**/*.sql\" />." : $"It has {Some(scripts)}.",
        new(source));

    /// <summary>A script has no text.</summary>
    public static DowelError Empty(string path) => new(
        "DWL1008", $"'{path}' is empty.", "Write the statements it is to run, or remove the file.", new(path));

    /// <summary>A directive is not known.</summary>
    public static DowelError UnknownDirective(SourceLocation place, string name) => new(
        "DWL1011",
        $"Unknown directive '{name}'.",
        $"{Spelling.DidYouMean(name, DirectiveNames.Values.Keys)}Directives: {DirectiveNames.Known}.",
        place);

    /// <summary>A directive's value is not one it takes.</summary>
    public static DowelError BadDirectiveValue(SourceLocation place, string name, string value) => new(
        "DWL1011",
        value.Length == 0 ? $"The directive '{name}' has no value." : $"The directive '{name}' cannot be '{value}'.",
        $"Write {name}={DirectiveNames.Values[name]}, without blanks around '='.",
        place);

    /// <summary>A directive stands twice.</summary>
    public static DowelError RepeatedDirective(SourceLocation place, string name) => new(
        "DWL1011", $"The directive '{name}' is given twice.", "Keep one of the two.", place);

    /// <summary>A script that runs once asks to run always.</summary>
    public static DowelError RepeatedVersion(SourceLocation place) => new(
        "DWL1011",
        "The script asks to be repeated in every run, but only a repeatable script can be.",
        "Call it R__description.sql in the layout flyway, or remove the line: repeat=always, or evolve-repeat-always.",
        place);

    /// <summary>A line of directives names none.</summary>
    public static DowelError NoDirective(SourceLocation place) => new(
        "DWL1011", "The line names no directive.", $"Remove it, or name one: {DirectiveNames.Known}.", place);

    /// <summary>A line of directives stands behind the first statement.</summary>
    public static DowelError LateDirective(SourceLocation place) => new(
        "DWL1011",
        "A directive stands behind the first statement, where it would not count.",
        "Move the line to the top of the file: directives stand in the first lines, among comments only.",
        place);

    /// <summary>Files follow several layouts.</summary>
    public static DowelError MixedLayouts(IReadOnlyList<LayoutFiles> groups) => new(
        "DWL1014",
        "The files' names follow several layouts: " + string.Join("; ", groups.Select(group =>
            $"{group.Layout.Name} is suggested by {Some(group.Files.ConvertAll(file => file.File.Path))}")) + '.',
        $"Rename or move the odd ones, or name the layout: --layout {groups[0].Layout.Name}.");

    /// <summary>The user names a layout that does not exist.</summary>
    public static DowelError UnknownLayout(string name) => new(
        "DWL1014",
        $"Unknown layout '{name}'.",
        $"{Spelling.DidYouMean(name, LayoutNames.All)}Layouts: {string.Join(", ", LayoutNames.All)}.");

    private static string Some(IReadOnlyList<string> names)
    {
        var shown = string.Join(", ", names.Take(NamesShownMax).Select(name => $"'{name}'"));
        return names.Count > NamesShownMax ? $"{shown} and {names.Count - NamesShownMax} more" : shown;
    }
}
