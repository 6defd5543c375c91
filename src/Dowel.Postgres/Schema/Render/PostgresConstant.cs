using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Tells values that are the same for every row. Pure.</summary>
internal static class PostgresConstant
{
    /// <summary>Whether SQL is a number, a string, true or false, and nothing else.</summary>
    public static bool IsOne(string sql) => SqlText.Tokens(sql).ToList() switch
    {
        [var value] => IsNumber(value) || value.Text[0] == '\'' || value.Text.ToLowerInvariant() is "true" or "false",
        [{ Text: "-" }, var value] => IsNumber(value),
        [var whole, { Text: "." }, var rest] => IsNumber(whole) && IsNumber(rest),
        [{ Text: "-" }, var whole, { Text: "." }, var rest] => IsNumber(whole) && IsNumber(rest),
        _ => false,
    };

    private static bool IsNumber(SqlToken token) => token.Text.All(char.IsAsciiDigit);
}
