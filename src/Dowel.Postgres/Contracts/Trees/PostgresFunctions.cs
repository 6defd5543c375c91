using System.Collections.Frozen;

namespace Dowel.Postgres;

/// <summary>What the server's own functions and operators do with null.</summary>
/// <remarks>PostgreSQL 18 docs, chapter 9. The catalog says which are strict, and not which give null for what is none; these do not.</remarks>
internal static class PostgresFunctions
{
    private static readonly FrozenSet<string> Total = FrozenSet.Create(
        StringComparer.Ordinal,
        "lower", "upper", "length", "char_length", "character_length", "octet_length", "bit_length", "btrim", "ltrim", "rtrim", "replace", "substr", "left", "right",
        "position", "strpos", "repeat", "reverse", "initcap", "split_part", "lpad", "rpad", "ascii", "chr", "md5", "sha256", "encode", "decode", "starts_with",
        "translate", "quote_ident", "quote_literal", "to_char", "to_timestamp", "to_hex", "abs", "round", "ceil", "ceiling", "floor", "trunc", "mod", "sign", "power",
        "sqrt", "date_trunc", "date_part", "extract", "age", "timezone", "make_interval", "make_date", "date", "nextval", "jsonb_array_length", "json_array_length",
        "to_jsonb", "to_json", "row_to_json", "cardinality", "array_append", "array_cat", "array_to_json", "timestamptz", "timestamp", "hashtext");

    // These give a value whatever they are given, or are given nothing.
    private static readonly FrozenSet<string> Filled = FrozenSet.Create(
        StringComparer.Ordinal,
        "now", "transaction_timestamp", "statement_timestamp", "clock_timestamp", "gen_random_uuid", "uuidv7", "random", "concat", "version", "pg_backend_pid",
        "jsonb_build_object", "jsonb_build_array", "json_build_object", "json_build_array", "current_database", "txid_current", "pg_current_xact_id",
        "row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "count", "num_nulls", "num_nonnulls");

    private static readonly FrozenSet<string> Aggregates = FrozenSet.Create(
        StringComparer.Ordinal, "sum", "min", "max", "avg", "string_agg", "bool_and", "bool_or", "every", "bit_and", "bit_or");

    private static readonly FrozenSet<string> Collectors = FrozenSet.Create(
        StringComparer.Ordinal, "array_agg", "json_agg", "jsonb_agg", "json_object_agg", "jsonb_object_agg");

    private static readonly FrozenSet<string> Comparisons = FrozenSet.Create(
        StringComparer.Ordinal, "=", "<>", "<", ">", "<=", ">=", "~~", "!~~", "~~*", "!~~*", "~", "~*", "!~", "!~*", "@>", "<@", "&&");

    private static readonly FrozenSet<string> Others = FrozenSet.Create(
        StringComparer.Ordinal, "+", "-", "*", "/", "%", "||", "&", "|", "#", "<<", ">>", "^", "?", "?|", "?&", "^@");

    /// <summary>Whether a function gives a value for values.</summary>
    public static bool IsTotal(string name) => Total.Contains(name);

    /// <summary>Whether a function gives a value for anything.</summary>
    public static bool IsFilled(string name) => Filled.Contains(name);

    /// <summary>Whether an aggregate gives a value where it is given one.</summary>
    public static bool IsAggregate(string name) => Aggregates.Contains(name);

    /// <summary>Whether an aggregate gives a value where there is a row.</summary>
    public static bool IsCollector(string name) => Collectors.Contains(name);

    /// <summary>Whether an operator compares, so that null does not pass a filter by it.</summary>
    public static bool IsComparison(string name) => Comparisons.Contains(name);

    /// <summary>Whether an operator gives a value for values.</summary>
    public static bool IsTotalOperator(string name) => Comparisons.Contains(name) || Others.Contains(name);
}
