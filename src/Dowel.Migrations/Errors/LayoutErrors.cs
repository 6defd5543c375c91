namespace Dowel.Migrations;

/// <summary>What in other tools' files cannot be done, or not as the tool would do it.</summary>
internal static class LayoutErrors
{
    /// <summary>A file of sections has none that makes the version.</summary>
    public static DowelError NoSection(SourceLocation place, SectionedLayout layout) => new(
        "DWL1031",
        $"The file has no line '{layout.UpMark}'.",
        $"Put the line '{layout.UpMark}' before the first statement.",
        place);

    /// <summary>A statement stands before the first section.</summary>
    public static DowelError CodeBeforeSection(SourceLocation place, SectionedLayout layout) => new(
        "DWL1031",
        $"A statement stands before the line '{layout.UpMark}', where it belongs to no section.",
        $"Move it behind the line '{layout.UpMark}'; only blank lines and comments with -- may stand before it.",
        place);

    /// <summary>A directive stands before the first section.</summary>
    public static DowelError DirectiveBeforeSection(SourceLocation place, SectionedLayout layout) => new(
        "DWL1031",
        $"A directive stands before the line '{layout.UpMark}', where it belongs to no section.",
        $"Move it to the line behind '{layout.UpMark}', or '{layout.DownMark}' if it is meant for the way down.",
        place);

    /// <summary>Sections stand twice or in the wrong order.</summary>
    public static DowelError SectionOrder(SourceLocation place, SectionedLayout layout) => new(
        "DWL1031",
        $"A file holds '{layout.UpMark}' once and behind it '{layout.DownMark}' at most once; this line is one too many, or too early.",
        "Put further sections into files of their own, with versions of their own.",
        place);

    /// <summary>A line is meant for the tool and cannot be read.</summary>
    public static DowelError UnknownMark(SourceLocation place, SectionedLayout layout, string line) => new(
        "DWL1031",
        $"'{line}' is nothing that the layout {layout.Name} knows.",
        $"Known are {layout.Marks}, at the start of a line; remove the line if it is a mere comment.",
        place);

    /// <summary>The marks around a statement do not match.</summary>
    public static DowelError UnbalancedStatement(SourceLocation place) => new(
        "DWL1031",
        "StatementBegin and StatementEnd do not match here.",
        "Each StatementBegin needs one StatementEnd behind it, in the same section. Neither is needed here: remove both if in doubt.",
        place);

    /// <summary>A statement has no semicolon where the tool ends it.</summary>
    public static DowelError Unended(SourceLocation place) => new(
        "DWL1031",
        "The statement before this line has no semicolon, so that the next one would become a part of it.",
        "Put a semicolon at its end.",
        place);

    /// <summary>A statement stands where the tool runs it and a comment is seen here.</summary>
    public static DowelError BehindBreakpoint(SourceLocation place) => new(
        "DWL1031",
        "A statement stands behind '--> statement-breakpoint' on its line: Drizzle runs it, and here it is a comment.",
        "Move it to a line of its own.",
        place);

    /// <summary>A comment means something to another tool than the layout's.</summary>
    public static DowelError ForeignMark(SourceLocation place, ToolMark mark, string layout) => new(
        "DWL1032",
        $"This line means something to {mark.Tool}, and is a mere comment in the layout {layout}: statements could run that {mark.Tool} would not run, or otherwise.",
        mark.Layout is null ? $"Files of {mark.Tool} are not read here. Move the way down to a file of its own: the layout pairs has 000001_x.up.sql and 000001_x.down.sql."
            : mark.Layout == layout ? "Move it to a script: in a hook it means nothing."
            : $"Run with --layout {mark.Layout} if the whole set is {mark.Tool}'s; else remove the line{Instead(mark)}.",
        place);

    /// <summary>The layout's tool would run two scripts the other way round.</summary>
    public static DowelError TextOrder(NamedScript first, NamedScript second, string layout) => new(
        "DWL1033",
        $"By their numbers '{first.Path}' comes before '{second.Path}'; {layout} sorts names as texts and runs them the other way round.",
        "Give all numbers the same width, with zeros in front, and all names the same letters before them.",
        new(second.Path));

    /// <summary>A file beside the scripts would be overlooked.</summary>
    public static DowelError LoneCompanion(ScriptFile file, string layout) => CompanionName.IsCode(file.Name)
        ? new(
            "DWL1034",
            $"'{file.Path}' is a migration in code, which does not run here.",
            "Write it as SQL under the same number, or move it out of the folder if it is none.",
            new(file.Path))
        : new(
            "DWL1035",
            $"'{file.Path}' belongs to no script of the layout {layout}, so that what it says would count for nothing.",
            "Remove it, or name the layout that it belongs to: --layout flyway for .sql.conf, diesel for metadata.toml, drizzle for _journal.json.",
            new(file.Path));

    /// <summary>A setting of another tool cannot be done here.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="layout">The layout.</param>
    /// <param name="wayOut">What to do, as a part of a sentence.</param>
    public static DowelError Setting(ToolSetting setting, string layout, string wayOut) => new(
        "DWL1035",
        $"The setting '{setting.Name}'{(setting.Value.Length > 0 ? $" = '{setting.Value}'" : "")} cannot be followed in the layout {layout}.",
        char.ToUpperInvariant(wayOut[0]) + wayOut[1..] + '.',
        setting.Place);

    /// <summary>A file of settings does not say the one thing it is for.</summary>
    public static DowelError SettingMissing(string path, string setting) => new(
        "DWL1035",
        $"'{path}' does not say {setting}, which Diesel would take for false.",
        $"Write {setting} = true or {setting} = false, or remove the file.",
        new(path));

    /// <summary>A text wants variables of the environment.</summary>
    public static DowelError EnvironmentVariables(SourceLocation place) => new(
        "DWL1036",
        "goose would put the environment's variables into this line (ENVSUB ON); a script that depends on who runs it cannot be told from an edited one.",
        "Write ${name}, remove ENVSUB ON, and run with --var name=value; or put ENVSUB OFF before the line if its $ is meant.",
        place);

    /// <summary>A list of scripts cannot be read.</summary>
    public static DowelError BadJournal(SourceLocation place, string why) => new(
        "DWL1037", $"'{place.File}' is not a journal of Drizzle: {why}.", "Restore it, or make it anew with drizzle-kit.", place);

    /// <summary>A list of scripts is not in order.</summary>
    public static DowelError JournalOrder(string path, string tag) => new(
        "DWL1037",
        $"In '{path}' the entry '{tag}' stands twice or out of order: each \"idx\" must be greater than the one before it.",
        "This is what a merge of two branches leaves. Give the later script the next free idx, in its name too.",
        new(path));

    /// <summary>A script is listed and is not there.</summary>
    public static DowelError JournalWithoutFile(string path, string tag) => new(
        "DWL1037", $"'{path}' lists '{tag}', but there is no file '{tag}.sql'.", "Restore the file, or remove the entry.", new(path));

    /// <summary>A script is there and is not listed.</summary>
    public static DowelError NotInJournal(string path, string journal) => new(
        "DWL1037",
        $"'{path}' is not listed in '{journal}', so that Drizzle would never run it.",
        "Add an entry with the next idx and the file's name as its tag, or move the file to another folder.",
        new(path));

    /// <summary>A set has two lists.</summary>
    public static DowelError SecondJournal(string first, string second) => new(
        "DWL1037", $"'{first}' and '{second}' are two journals in one set.", "Run each folder by itself.", new(second));

    private static string Instead(ToolMark mark) =>
        mark == ToolMark.Sqlx || mark.Layout == LayoutNames.Flyway ? " and write '-- dowel: transaction=none' for it" : "";
}
