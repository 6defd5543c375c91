namespace Dowel.Migrations;

/// <summary>What can be wrong with tokens, their names and their values.</summary>
internal static class TokenErrors
{
    /// <summary>A token has no value.</summary>
    public static DowelError Unknown(SourceLocation place, string name, ScriptTokens tokens)
    {
        var known = tokens.Values.Keys.Append(ScriptTokens.SchemaName).Distinct().Order(StringComparer.Ordinal).ToList();
        return new(
            "DWL1012",
            $"Unknown token '${{{name}}}'.",
            $"{Spelling.DidYouMean(name, known)}Known: {string.Join(", ", known)}. "
                + $"Give it a value with --var {name}=VALUE, or turn tokens off for the set with \"tokens\": false in dowel.json.",
            place);
    }

    /// <summary>A token that Flyway fills by itself.</summary>
    public static DowelError FlywaysOwn(SourceLocation place, string name) => new(
        "DWL1012",
        $"'${{{name}}}' is filled by Flyway itself, and nothing stands for it here.",
        "Use ${schema}, or a token of yours with --var. In a repeatable script that holds it so as to run every time, write '-- dowel: repeat=always' in the first line instead.",
        place);

    /// <summary>The schema's token is used and no schema is given.</summary>
    public static DowelError NoSchema(SourceLocation place) => new(
        "DWL1012", "'${schema}' is used, but no schema is given.", "Name it with --schema NAME.", place);

    /// <summary>A token stands in code of a set that replaces none.</summary>
    public static DowelError TokensOff(SourceLocation place, string name) => new(
        "DWL1012",
        $"'${{{name}}}' is used, but this layout does not replace tokens unless told to.",
        "Turn them on with \"tokens\": true in dowel.json, --var on the command line, or ScriptSetOptions.Tokens in code.",
        place);

    /// <summary>A schema's name is not plain enough to stand in SQL without quotes.</summary>
    public static DowelError BadSchema(string schema) => new(
        "DWL1013",
        $"'{schema}' cannot be the schema.",
        "Use lower-case letters, digits and underscores, not a digit first, 63 characters at most.");

    /// <summary>An own token has a reserved name.</summary>
    public static DowelError Reserved(string name) => new(
        "DWL1013",
        $"The token '{name}' is Dowel's own and cannot be set.",
        name == ScriptTokens.SchemaName ? "Use --schema NAME for it." : "Give yours another name.");

    /// <summary>An own token has a name that scripts cannot use.</summary>
    public static DowelError BadName(string name) => new(
        "DWL1013",
        $"'{name}' cannot be a token's name.",
        "Use letters, digits, '_', '.' and '-', with a letter or '_' first.");

    /// <summary>An own token's value cannot be sent.</summary>
    public static DowelError BadValue(string name) => new(
        "DWL1013", $"The value of the token '{name}' holds a NUL, which no database takes in SQL.", "Remove it from the value.");
}
