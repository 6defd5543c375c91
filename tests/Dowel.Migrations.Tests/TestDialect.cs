namespace Dowel.Migrations.Tests;

/// <summary>A dialect with '…' strings and -- comments, enough to say where tokens count.</summary>
internal sealed class TestDialect(string name) : Dialect
{
    public static TestDialect Postgres { get; } = new(DialectNames.Postgres);

    public static TestDialect Sqlite { get; } = new(DialectNames.Sqlite);

    public int FindQuotedCalls { get; private set; }

    public override string Name => name;

    public override int? IdentifierBytesMax => null;

    public override IReadOnlyDictionary<string, string> EngineTokens { get; } =
        new Dictionary<string, string> { ["identity"] = "integer primary key", ["json"] = "text" };

    public override string QuoteIdentifier(string identifier) => $"\"{identifier}\"";

    public override string RenderTime(string column) => column;

    public override SplitResult Split(string script) => new([]);

    public override IReadOnlyList<TextSpan> FindQuoted(string script)
    {
        FindQuotedCalls++;
        var spans = new List<TextSpan>();
        for (var at = 0; at < script.Length; at++)
        {
            var end = script[at] == '\'' ? script.IndexOf('\'', at + 1)
                : script.AsSpan(at).StartsWith("--") ? script.IndexOf('\n', at)
                : at - 1;
            if (end != at - 1)
            {
                end = end < 0 ? script.Length - 1 : end;
                spans.Add(new(at, end + 1 - at));
                at = end;
            }
        }

        return spans;
    }
}
