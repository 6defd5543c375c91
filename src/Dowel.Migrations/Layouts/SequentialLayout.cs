namespace Dowel.Migrations;

/// <summary>Numbers or timestamps in front: <c>000_init.sql</c>, <c>20261121093000_x.sql</c>.</summary>
internal sealed class SequentialLayout : Layout
{
    /// <inheritdoc/>
    public override string Name => LayoutNames.Sequential;

    /// <inheritdoc/>
    public override string Patterns => "001_description.sql, 1.2_description.sql, 20261121093000_description.sql";

    /// <inheritdoc/>
    public override bool TryRead(ScriptFileName file, out ScriptName name)
    {
        var isRead = NumberedName.TryRead(file.Stem, out var version, out var description);
        name = new(ScriptKind.Versioned, version, description);
        return isRead && file.Direction is null;
    }

    /// <inheritdoc/>
    public override string Suggest(ScriptFileName file) => NumberedName.Suggest(file, "001");
}
