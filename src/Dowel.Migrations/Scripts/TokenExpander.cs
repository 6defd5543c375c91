using System.Text;

namespace Dowel.Migrations;

/// <summary>Replaces <c>${name}</c> in scripts.</summary>
/// <remarks>Pure. A value is put in as it is: tokens in it are not replaced again.</remarks>
internal static class TokenExpander
{
    /// <summary>Replaces a script's tokens where the scope says so.</summary>
    /// <param name="script">The script as loaded.</param>
    /// <param name="scope">Where its set wants tokens replaced.</param>
    /// <param name="tokens">What the names stand for.</param>
    /// <param name="dialect">The database, which knows what is quoted.</param>
    /// <param name="errors">Takes one error for each name that has no value or may not be used.</param>
    /// <returns>Null where there was an error.</returns>
    public static ExpandedScript? Expand(
        Script script, TokenScope scope, ScriptTokens tokens, Dialect dialect, ICollection<DowelError> errors)
    {
        var uses = !script.KeepsTokens && TokenUse.MayBeIn(script.Text) ? Find(script, scope, tokens, dialect) : [];
        if (uses.Count == 0)
        {
            return new(script, script.Text, []);
        }

        var refused = uses.FindAll(use => scope == TokenScope.Off || !tokens.Values.ContainsKey(use.Name));
        if (refused.Count == 0)
        {
            return Replace(script, uses, tokens);
        }

        // One error for each name, at its first place: a missing value is one mistake, however often it is used.
        var lines = new LineIndex(script.Text, script.FirstLine);
        foreach (var use in refused.DistinctBy(use => use.Name))
        {
            var place = lines.Locate(script.Path, use.Start);
            errors.Add(scope == TokenScope.Off ? TokenErrors.TokensOff(place, use.Name)
                : use.Name == ScriptTokens.SchemaName ? TokenErrors.NoSchema(place)
                : use.IsFlywaysOwn ? TokenErrors.FlywaysOwn(place, use.Name)
                : TokenErrors.Unknown(place, use.Name, tokens));
        }

        return null;
    }

    // Where tokens are off, the names that mean something are still looked for: no server takes them, so they are a mistake.
    private static List<TokenUse> Find(Script script, TokenScope scope, ScriptTokens tokens, Dialect dialect)
    {
        var uses = TokenUse.FindAll(script.Text);
        if (scope == TokenScope.Off)
        {
            uses.RemoveAll(use => !tokens.Knows(use.Name));
        }

        return scope == TokenScope.Everywhere || uses.Count == 0 ? uses : OutsideOf(dialect.FindQuoted(script.Text), uses);
    }

    private static List<TokenUse> OutsideOf(IReadOnlyList<TextSpan> quoted, List<TokenUse> uses)
    {
        var (kept, next) = (new List<TokenUse>(), 0);
        foreach (var use in uses)
        {
            while (next < quoted.Count && quoted[next].End <= use.Start)
            {
                next++;
            }

            if (next == quoted.Count || quoted[next].Start > use.Start)
            {
                kept.Add(use);
            }
        }

        return kept;
    }

    private static ExpandedScript Replace(Script script, List<TokenUse> uses, ScriptTokens tokens)
    {
        var text = new StringBuilder(script.Text.Length);
        var edits = new List<TokenEdit>(uses.Count);
        var end = 0;
        foreach (var use in uses)
        {
            var value = tokens.Values[use.Name];
            text.Append(script.Text, end, use.Start - end);
            edits.Add(new(new(use.Start, use.End - use.Start), new(text.Length, value.Length)));
            text.Append(value);
            end = use.End;
        }

        return new(script, text.Append(script.Text, end, script.Text.Length - end).ToString(), edits);
    }
}
