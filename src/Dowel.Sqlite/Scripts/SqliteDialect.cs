using Dowel.Migrations;

namespace Dowel.Sqlite;

/// <summary>SQLite's names and tokens, and where its statements end.</summary>
public sealed class SqliteDialect : Dialect
{
    /// <inheritdoc/>
    public override string Name => DialectNames.Sqlite;

    /// <inheritdoc/>
    /// <remarks>SQLite has no limit of its own for names; only that of a statement holds.</remarks>
    public override int? IdentifierBytesMax => null;

    /// <inheritdoc/>
    /// <remarks><c>${now}</c> is UTC by RFC 3339 with six digits of a second, so that the order of texts is the order of times; the engine's clock gives three.</remarks>
    public override IReadOnlyDictionary<string, string> EngineTokens { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["identity"] = "integer primary key",
        ["json"] = "text",
        ["timestamp"] = "text",
        ["uuid"] = "text",
        ["now"] = "(strftime('%Y-%m-%dT%H:%M:%f000Z', 'now'))",
    };

    /// <inheritdoc/>
    public override string QuoteIdentifier(string identifier) => SqliteName.Quote(identifier);

    /// <inheritdoc/>
    public override string RenderTime(string column) => column;

    /// <inheritdoc/>
    public override SplitResult Split(string script) => new SqliteSplitter(script).Split();

    /// <inheritdoc/>
    public override IReadOnlyList<TextSpan> FindQuoted(string script)
    {
        var spans = new List<TextSpan>();
        var lexer = new SqliteLexer(script);
        while (lexer.NextMark() is { Kind: not SqliteTokenKind.End } token)
        {
            var hides = token.Kind is SqliteTokenKind.String or SqliteTokenKind.Comment
                || (token.Kind == SqliteTokenKind.Unterminated && script[token.Start] == '\'');
            if (hides)
            {
                spans.Add(new(token.Start, token.Length));
            }
        }

        return spans;
    }
}
