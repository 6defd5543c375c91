namespace Dowel.Migrations;

/// <summary>The convention of Diesel: a folder for each version, with <c>up.sql</c> and <c>down.sql</c> in it.</summary>
internal sealed class DieselLayout : Layout
{
    private const string Setting = "run_in_transaction";

    /// <inheritdoc/>
    public override string Name => LayoutNames.Diesel;

    /// <inheritdoc/>
    public override string Patterns => "2026-11-21-093000_description/up.sql, 2026-11-21-093000_description/down.sql";

    /// <inheritdoc/>
    public override bool UndoNeedsVersion => true;

    /// <inheritdoc/>
    public override bool TryRead(ScriptFileName file, out ScriptName name)
    {
        var end = file.Folder.IndexOf('_', StringComparison.Ordinal);
        var (number, description) = end < 0 ? (file.Folder, "") : (file.Folder[..end], file.Folder[(end + 1)..]);
        var isRead = MigrationVersion.TryParse(number.Replace("-", "", StringComparison.Ordinal), out var version);
        name = new(file.Stem == "down" ? ScriptKind.Undo : ScriptKind.Versioned, version, description.Replace('_', ' ').Trim());
        return isRead && !version.Text.Contains('.', StringComparison.Ordinal) && file is { Direction: null, Stem: "up" or "down" };
    }

    /// <inheritdoc/>
    public override string Suggest(ScriptFileName file)
    {
        var (_, number, rest) = LooseName.Read(file.Stem is "up" or "down" ? file.Folder : file.Stem);
        var folder = $"{(number.Length > 0 ? number : "2026-01-01-000000")}_{(rest.Length > 0 ? rest : "description")}";
        return $"{folder}/{file.With(file.Stem == "down" ? "down" : file.Direction ?? "up", null)}";
    }

    // Diesel sorts versions as texts.
    /// <inheritdoc/>
    public override string TextOrderOf(NamedScript script) => script.Name.Version!.Value.Text;

    /// <inheritdoc/>
    public override string? SettingsOf(string name) => name.LastIndexOf('/') is var slash and > 0
        ? name[..(slash + 1)] + CompanionName.DieselSettings
        : null;

    /// <inheritdoc/>
    public override IReadOnlyList<ScriptSection> Cut(NamedText file, List<DowelError> errors)
    {
        bool? transaction = null;
        var settings = SettingsFile.Read(file.Script.Settings, errors);
        foreach (var setting in settings)
        {
            if (setting.Name == Setting && setting.Value is "true" or "false")
            {
                transaction = setting.Value == "true";
            }
            else
            {
                errors.Add(LayoutErrors.Setting(setting, Name, $"write {Setting} = true or {Setting} = false, and nothing else"));
            }
        }

        if (file.Script.Settings is { } toml && settings.Count == 0)
        {
            errors.Add(LayoutErrors.SettingMissing(toml.File.Path, Setting));
        }

        return [ScriptSection.Whole(file) with { Asked = ScriptDirectives.None with { WithoutTransaction = transaction == false } }];
    }
}
