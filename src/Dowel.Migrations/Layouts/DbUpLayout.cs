namespace Dowel.Migrations;

/// <summary>The custom of DbUp: <c>Script0001 - Create tables.sql</c>; its users may have another, so that, when named, any word may stand in front.</summary>
internal sealed class DbUpLayout : Layout
{
    private const string Word = "Script";
    private readonly bool _isForced;

    /// <summary>Makes the layout that reads the word <c>Script</c> alone.</summary>
    public DbUpLayout()
    {
    }

    private DbUpLayout(bool isForced) => _isForced = isForced;

    /// <inheritdoc/>
    public override string Name => LayoutNames.DbUp;

    /// <inheritdoc/>
    public override string Patterns => "Script0001 - description.sql, Script0001_description.sql";

    /// <inheritdoc/>
    public override Layout Forced => new DbUpLayout(isForced: true);

    /// <summary>What stands before the digits of a name.</summary>
    public static string WordOf(string stem)
    {
        var end = 0;
        while (end < stem.Length && !char.IsAsciiDigit(stem[end]))
        {
            end++;
        }

        return stem[..end];
    }

    /// <inheritdoc/>
    public override bool TryRead(ScriptFileName file, out ScriptName name)
    {
        var word = WordOf(file.StemWithDirection);
        return NumberedName.TryReadLoose(file.StemWithDirection[word.Length..], out name)
            && (_isForced || word.TrimEnd(' ', '_', '-').Equals(Word, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public override string Suggest(ScriptFileName file) => Word + NumberedName.Suggest(file, "0001");

    // StringComparer.Ordinal unless its user sets another (DbUp 6, UpgradeConfiguration.ScriptNameComparer).
    /// <inheritdoc/>
    public override string TextOrderOf(NamedScript script) => script.Origin.Name.File;
}
