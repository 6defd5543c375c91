namespace Dowel.Migrations;

/// <summary>The convention of Flyway and Evolve: a letter, a version, two underscores, a description.</summary>
internal sealed class FlywayLayout : Layout
{
    private const string Separator = "__";

    /// <inheritdoc/>
    public override string Name => LayoutNames.Flyway;

    /// <inheritdoc/>
    public override string Patterns => "V1_2__description.sql, R__description.sql, U1_2__description.sql, B1__description.sql";

    /// <inheritdoc/>
    public override TokenScope Tokens => TokenScope.Everywhere;

    /// <inheritdoc/>
    public override TokenScope TokensWhenOn => TokenScope.Everywhere;

    /// <inheritdoc/>
    public override bool TryRead(ScriptFileName file, out ScriptName name)
    {
        name = default;
        var text = file.StemWithDirection;
        if (text.Length < 2 || KindOf(text[0]) is not { } kind)
        {
            return false;
        }

        var separator = text.IndexOf(Separator, StringComparison.Ordinal);
        var description = separator < 0 ? "" : text[(separator + Separator.Length)..].Replace('_', ' ').Trim();
        if (kind == ScriptKind.Repeatable)
        {
            name = new(kind, null, description);
            return separator == 1 && description.Length > 0;
        }

        var isRead = MigrationVersion.TryParse(text[1..(separator < 0 ? text.Length : separator)], out var version);
        name = new(kind, version, description);
        return isRead;
    }

    /// <inheritdoc/>
    public override string Suggest(ScriptFileName file)
    {
        var (letter, number, rest) = LooseName.Read(file.StemWithDirection);
        var description = Separator + (rest.Length > 0 ? rest : "description");
        return file.With(letter == 'R' ? $"R{description}" : $"{letter ?? 'V'}{(number.Length > 0 ? number : "1")}{description}", null);
    }

    /// <inheritdoc/>
    public override string SettingsOf(string name) => name + CompanionName.FlywaySettings;

    /// <inheritdoc/>
    public override IReadOnlyList<ScriptSection> Cut(NamedText file, List<DowelError> errors) => [FlywaySettings.Read(file, errors)];

    /// <inheritdoc/>
    protected override bool Answers(string name) =>
        base.Answers(name) || LayoutNames.Evolve.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static ScriptKind? KindOf(char letter) => letter switch
    {
        'V' => ScriptKind.Versioned,
        'R' => ScriptKind.Repeatable,
        'U' => ScriptKind.Undo,
        'B' => ScriptKind.Baseline,
        _ => null,
    };
}
