namespace Dowel.Migrations;

/// <summary>One statement of a script: a range of the expanded text, and how it behaves in a transaction.</summary>
public sealed class Statement
{
    private readonly string _script;
    private string? _text;

    /// <summary>Cuts a statement out of a script's text.</summary>
    /// <param name="script">The whole text, tokens already replaced.</param>
    /// <param name="start">Where the statement's first significant character stands, in UTF-16 units from 0.</param>
    /// <param name="length">Its length without the terminating semicolon and white space behind it.</param>
    /// <param name="traits">How it behaves in a transaction.</param>
    public Statement(string script, int start, int length, StatementTraits traits) =>
        (_script, Start, Length, Traits) = (script, start, length, traits);

    /// <summary>Where the first significant character stands in the expanded text, in UTF-16 units from 0.</summary>
    public int Start { get; }

    /// <summary>The length in UTF-16 units, without the terminating semicolon.</summary>
    public int Length { get; }

    /// <summary>How the statement behaves in a transaction.</summary>
    public StatementTraits Traits { get; }

    /// <summary>The rows of <c>copy … from stdin</c> as a range of the expanded text, without the closing <c>\.</c>; null for any other statement.</summary>
    public Range? CopyData { get; init; }

    /// <summary>The statement's text, without terminator.</summary>
    public string Text => _text ??= _script.Substring(Start, Length);

    /// <summary>The rows of <c>copy … from stdin</c>; empty for any other statement.</summary>
    public ReadOnlyMemory<char> CopyText => CopyData is { } range ? _script.AsMemory(range) : default;

    /// <summary>Where the statement ends in the expanded text, rows of <c>copy</c> included.</summary>
    public int End => CopyData is { } range ? range.End.Value : Start + Length;

    /// <summary>The fingerprint by which a resumed run knows the statement again; rows of <c>copy</c> count.</summary>
    public string Checksum => ScriptChecksum.Of(_script.AsSpan(Start, End - Start));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
