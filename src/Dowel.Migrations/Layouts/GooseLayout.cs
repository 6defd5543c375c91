namespace Dowel.Migrations;

/// <summary>The convention of goose: numbered files with <c>-- +goose Up</c> and <c>-- +goose Down</c> in them.</summary>
internal sealed class GooseLayout : SectionedLayout
{
    private const string Word = "+goose";

    /// <inheritdoc/>
    public override string Name => LayoutNames.Goose;

    /// <inheritdoc/>
    public override string Patterns => "00001_description.sql with '-- +goose Up' in it";

    /// <inheritdoc/>
    public override ToolMark Mark => ToolMark.Goose;

    /// <inheritdoc/>
    public override string UpMark => "-- +goose Up";

    /// <inheritdoc/>
    public override string DownMark => "-- +goose Down";

    /// <inheritdoc/>
    public override string Marks => "Up, Down, StatementBegin, StatementEnd, NO TRANSACTION, ENVSUB ON and ENVSUB OFF";

    /// <inheritdoc/>
    public override bool TryRead(ScriptFileName file, out ScriptName name) =>
        NumberedName.TryReadWhole(file.StemWithDirection, out name);

    /// <inheritdoc/>
    public override string Suggest(ScriptFileName file) => NumberedName.Suggest(file, "00001");

    // goose takes an annotation in any case, and refuses blanks before it and words that it does not know.
    /// <inheritdoc/>
    public override SectionMark? ReadMark(string line) => !line.Contains(Word, StringComparison.Ordinal) ? null : new(
        line[0] is ' ' or '\t' ? SectionMarkKind.Unknown : line[2..].Replace(Word, "", StringComparison.Ordinal).Trim().ToUpperInvariant() switch
        {
            "UP" => SectionMarkKind.Up,
            "DOWN" => SectionMarkKind.Down,
            "STATEMENTBEGIN" => SectionMarkKind.StatementBegin,
            "STATEMENTEND" => SectionMarkKind.StatementEnd,
            "NO TRANSACTION" => SectionMarkKind.NoTransaction,
            "ENVSUB ON" => SectionMarkKind.EnvironmentOn,
            "ENVSUB OFF" => SectionMarkKind.EnvironmentOff,
            _ => SectionMarkKind.Unknown,
        });
}
