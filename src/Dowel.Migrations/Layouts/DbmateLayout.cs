namespace Dowel.Migrations;

/// <summary>The convention of dbmate: numbered files with <c>-- migrate:up</c> and <c>-- migrate:down</c> in them.</summary>
internal sealed class DbmateLayout : SectionedLayout
{
    private const string Word = "migrate:";

    /// <inheritdoc/>
    public override string Name => LayoutNames.Dbmate;

    /// <inheritdoc/>
    public override string Patterns => "20261121093000_description.sql with '-- migrate:up' in it";

    /// <inheritdoc/>
    public override ToolMark Mark => ToolMark.Dbmate;

    /// <inheritdoc/>
    public override string UpMark => "-- migrate:up";

    /// <inheritdoc/>
    public override string DownMark => "-- migrate:down";

    /// <inheritdoc/>
    public override string Marks => "migrate:up and migrate:down, each with transaction:false or transaction:true behind it or nothing";

    // The version is the digits in front, whatever follows them.
    /// <inheritdoc/>
    public override bool TryRead(ScriptFileName file, out ScriptName name) =>
        NumberedName.TryReadLoose(file.StemWithDirection, out name);

    /// <inheritdoc/>
    public override string Suggest(ScriptFileName file) => NumberedName.Suggest(file, "20260101000000");

    /// <inheritdoc/>
    public override string TextOrderOf(NamedScript script) => script.Origin.Name.File;

    /// <inheritdoc/>
    public override SectionMark? ReadMark(string line)
    {
        var text = line.StartsWith("--", StringComparison.Ordinal) ? line[2..].TrimStart() : "";
        if (!text.StartsWith(Word, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var words = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        SectionMarkKind? kind = words[0] switch
        {
            "migrate:up" => SectionMarkKind.Up,
            "migrate:down" => SectionMarkKind.Down,
            _ => null,
        };
        return kind is { } known && words.Skip(1).All(word => word is "transaction:false" or "transaction:true")
            ? new(known, words.LastOrDefault() == "transaction:false")
            : new(SectionMarkKind.Unknown);
    }
}
