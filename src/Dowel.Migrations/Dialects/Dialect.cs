namespace Dowel.Migrations;

/// <summary>What differs between databases before a connection is opened: names, tokens, and where statements end.</summary>
/// <remarks>Pure and safe for any number of threads.</remarks>
public abstract class Dialect
{
    /// <summary>The name in file names, directives and output: <c>sqlite</c> or <c>postgres</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Longest identifier the server keeps, in UTF-8 bytes; null if unlimited.</summary>
    public abstract int? IdentifierBytesMax { get; }

    /// <summary>What <c>${identity}</c>, <c>${json}</c>, <c>${timestamp}</c>, <c>${uuid}</c> and <c>${now}</c> stand for.</summary>
    public abstract IReadOnlyDictionary<string, string> EngineTokens { get; }

    /// <summary>An identifier in the engine's quotes, whatever it holds.</summary>
    public abstract string QuoteIdentifier(string identifier);

    /// <summary>An expression that gives a <c>${timestamp}</c> column as RFC 3339 text in UTC with six digits behind the second.</summary>
    public abstract string RenderTime(string column);

    /// <summary>Finds the statements of a script.</summary>
    /// <param name="script">The text with tokens replaced.</param>
    public abstract SplitResult Split(string script);

    /// <summary>Finds the quoted strings and comments of a script, in which tokens are left alone; dollar-quoted bodies and quoted identifiers are not among them.</summary>
    /// <param name="script">The text as loaded; where it cannot be read to its end, what was read so far counts.</param>
    public abstract IReadOnlyList<TextSpan> FindQuoted(string script);
}
