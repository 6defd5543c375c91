using System.Text;

namespace Dowel.Migrations;

/// <summary>Replaces <c>${name}</c> in scripts.</summary>
/// <remarks>Pure. A value is put in as it is: tokens in it are not replaced again.</remarks>
public static class TokenExpander
{
    /// <summary>Replaces a script's tokens where the scope says so.</summary>
    /// <returns>The expanded text, and an error for each name that has no value or may not be used.</returns>
    public static ExpandedScript Expand(Script script, ScriptTokens tokens, TokenScope scope)
    {
        ArgumentNullException.ThrowIfNull(script);
        ArgumentNullException.ThrowIfNull(tokens);
        if (!TokenUse.MayBeIn(script.Text))
        {
            return new(script, script.Text, [], []);
        }

        var uses = TokenUse.FindAll(script.Text);
        if (scope == TokenScope.Off)
        {
            uses.RemoveAll(use => !tokens.Knows(use.Name));
        }

        if (scope != TokenScope.Everywhere && uses.Count > 0)
        {
            uses = OutsideOf(tokens.Dialect.FindQuoted(script.Text), uses);
        }

        return scope == TokenScope.Off
            ? new(script, script.Text, [], Errors(script, uses, TokenErrors.TokensOff))
            : Replace(script, uses, tokens);
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
        var known = uses.FindAll(use => tokens.Values.ContainsKey(use.Name));
        var errors = Errors(
            script,
            uses.FindAll(use => !tokens.Values.ContainsKey(use.Name)),
            (place, name) => name == ScriptTokens.SchemaName ? TokenErrors.NoSchema(place) : TokenErrors.Unknown(place, name, tokens));
        if (known.Count == 0)
        {
            return new(script, script.Text, [], errors);
        }

        var text = new StringBuilder(script.Text.Length);
        var edits = new List<TokenEdit>(known.Count);
        var end = 0;
        foreach (var use in known)
        {
            var value = tokens.Values[use.Name];
            text.Append(script.Text, end, use.Start - end);
            edits.Add(new(new(use.Start, use.End - use.Start), new(text.Length, value.Length)));
            text.Append(value);
            end = use.End;
        }

        return new(script, text.Append(script.Text, end, script.Text.Length - end).ToString(), edits, errors);
    }

    // One error for each name, at its first place: a missing value is one mistake, however often it is used.
    private static List<DowelError> Errors(Script script, List<TokenUse> uses, Func<SourceLocation, string, DowelError> error)
    {
        if (uses.Count == 0)
        {
            return [];
        }

        var lines = new LineIndex(script.Text);
        return [.. uses.DistinctBy(use => use.Name).Select(use => error(lines.Locate(script.Path, use.Start), use.Name))];
    }
}
