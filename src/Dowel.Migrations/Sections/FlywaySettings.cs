namespace Dowel.Migrations;

/// <summary>What Evolve's first line and Flyway's <c>V1__x.sql.conf</c> ask for a script.</summary>
internal static class FlywaySettings
{
    private const string TransactionOff = "evolve-tx-off";
    private const string RepeatAlways = "evolve-repeat-always";

    /// <summary>Reads them into the one section that the file is.</summary>
    public static ScriptSection Read(NamedText file, List<DowelError> errors)
    {
        var section = ScriptSection.Whole(file) with
        {
            Asked = ScriptDirectives.None with
            {
                WithoutTransaction = file.FirstLine.Contains(TransactionOff, StringComparison.OrdinalIgnoreCase),
                RepeatAlways = file.FirstLine.Contains(RepeatAlways, StringComparison.OrdinalIgnoreCase),
            },
        };
        foreach (var setting in SettingsFile.Read(file.Script.Settings, errors))
        {
            if (Apply(section, setting) is { } changed)
            {
                section = changed;
            }
            else
            {
                errors.Add(LayoutErrors.Setting(setting, LayoutNames.Flyway, WayOut(setting.Name)));
            }
        }

        return section;
    }

    // What says what is so anyway is taken as well.
    private static ScriptSection? Apply(ScriptSection section, ToolSetting setting) => (setting.Name, setting.Value.ToLowerInvariant()) switch
    {
        ("executeInTransaction", "false") => section with { Asked = section.Asked with { WithoutTransaction = true } },
        ("executeInTransaction", "true") => section,
        ("placeholderReplacement", "false") => section with { KeepsTokens = true },
        ("placeholderReplacement", "true") => section,
        ("shouldExecute", "true") => section,
        ("encoding", "utf-8" or "utf8" or "us-ascii" or "ascii") => section,
        _ => null,
    };

    private static string WayOut(string name) => name switch
    {
        "executeInTransaction" or "placeholderReplacement" => "write true or false",
        "shouldExecute" => "no script is left out on a condition here: remove the file, or give the script '-- dowel: only=postgres' or 'only=sqlite' where it is for one database",
        "encoding" => "scripts are UTF-8 here: convert the file and remove the line",
        _ => "known are executeInTransaction, placeholderReplacement, shouldExecute and encoding",
    };
}
