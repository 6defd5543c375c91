namespace Dowel.Migrations;

/// <summary>The convention of golang-migrate: one file up and, beside it, one file down.</summary>
internal sealed class PairsLayout : Layout
{
    private static readonly string[] Directions = ["up", "down"];

    /// <inheritdoc/>
    public override string Name => LayoutNames.Pairs;

    /// <inheritdoc/>
    public override string Patterns => "000001_description.up.sql, 000001_description.down.sql";

    /// <inheritdoc/>
    public override bool UndoNeedsVersion => true;

    /// <inheritdoc/>
    public override bool TryRead(ScriptFileName file, out ScriptName name)
    {
        var isRead = NumberedName.TryRead(file.Stem, out var version, out var description);
        name = new(file.Direction == "down" ? ScriptKind.Undo : ScriptKind.Versioned, version, description);
        return isRead && file.Direction is not null;
    }

    /// <inheritdoc/>
    public override string Suggest(ScriptFileName file)
    {
        var (_, number, rest) = LooseName.Read(file.Stem);
        var direction = file.Direction ?? Directions.FirstOrDefault(word => EndsIn(rest, word));
        if (direction != file.Direction)
        {
            rest = rest[..^(direction!.Length + 1)];
        }

        return file.With(
            $"{(number.Length > 0 ? number.Replace('_', '.') : "000001")}_{(rest.Length > 0 ? rest : "description")}", direction ?? "up");
    }

    private static bool EndsIn(string rest, string word) => rest.Length > word.Length + 1
        && rest.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && rest[^(word.Length + 1)] is '_' or '-';
}
