namespace Dowel.Schema;

/// <summary>A token of a text that an engine has printed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="Text">Its characters.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, string Text)
{
    /// <summary>The name that it is or could be, as an engine keeps it; null for other tokens.</summary>
    public string? Name => Kind switch
    {
        SqlTokenKind.Word => Text,
        SqlTokenKind.QuotedName when Text.Length > 1 => Text[1..^1].Replace(new string(Text[0], 2), Text[..1], StringComparison.Ordinal),
        _ => null,
    };
}
