using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Which types hold every value of which others. Pure.</summary>
/// <remarks>A change that is no widening here may still fit every row; then it is the developer who says so.</remarks>
internal static class PostgresNarrowing
{
    private static readonly string[][] Ladders =
    [
        ["smallint", "integer", "bigint", "numeric"],
        ["smallint", "integer", "double precision"],
        ["real", "double precision"],
        ["date", "timestamp without time zone", "timestamp with time zone"],
        ["date", "timestamp with time zone", "timestamp without time zone"],
        ["time without time zone", "interval"],
        ["cidr", "inet"],
        ["json", "jsonb"],
        ["jsonb", "json"],
    ];

    // Within such a family values go back and forth, which shows what has been cut.
    private static readonly string[][] Cut =
    [
        ["text", "character varying", "character"],
        ["smallint", "integer", "bigint", "numeric", "real", "double precision", "money"],
        ["date", "timestamp without time zone", "timestamp with time zone"],
        ["time without time zone", "time with time zone", "interval"],
        ["bit", "bit varying"],
        ["inet", "cidr"],
    ];

    /// <summary>Whether values of one column may not fit into the other.</summary>
    public static bool IsNarrowing(ColumnModel before, ColumnModel after) => before.Type != after.Type && !Fits(before.BaseType, after.Type);

    /// <summary>Whether the server would cut or round a value that does not fit, where it is told to convert it, instead of refusing it.</summary>
    public static bool CutsInSilence(ColumnModel before, ColumnModel after) => IsNarrowing(before, after)
        && (Family(before.BaseType), Family(after.BaseType)) is var (one, other) && one.Index >= 0 && one == other;

    // Where the type stands among those, and whether it is an array; a span of time may say of which unit.
    private static (int Index, bool IsArray) Family(string type)
    {
        var (isArray, name) = (type.EndsWith("[]", StringComparison.Ordinal), Parse(type).Name.Replace("[]", "", StringComparison.Ordinal));
        return (Array.FindIndex(Cut, family => Array.Exists(family, each => each == name || (each == "interval" && name.StartsWith("interval ", StringComparison.Ordinal)))), isArray);
    }

    private static bool Fits(string from, string to)
    {
        if (from == to || to is "text" or "character varying")
        {
            return true;
        }

        if (from.EndsWith("[]", StringComparison.Ordinal) && to.EndsWith("[]", StringComparison.Ordinal))
        {
            return Fits(from[..^2], to[..^2]);
        }

        var (old, next) = (Parse(from), Parse(to));
        return old.Name == next.Name ? IsWider(old.Name, old.Sizes, next.Sizes) : next.Sizes.Length == 0 && Array.Exists(Ladders, ladder =>
            Array.IndexOf(ladder, old.Name) is >= 0 and var below && Array.IndexOf(ladder, next.Name) > below);
    }

    private static bool IsWider(string name, int[] from, int[] to) => (name, from, to) switch
    {
        (_, _, []) => true,
        (_, [], _) => false,
        ("numeric", _, _) => to.ElementAtOrDefault(1) >= from.ElementAtOrDefault(1)
            && to[0] - to.ElementAtOrDefault(1) >= from[0] - from.ElementAtOrDefault(1),
        _ => to[0] >= from[0],
    };

    // timestamp(3) with time zone: the sizes stand in the middle.
    private static (string Name, int[] Sizes) Parse(string type)
    {
        var (open, close) = (type.IndexOf('('), type.IndexOf(')'));
        return open < 0 || close < open
            ? (type, [])
            : (type[..open] + type[(close + 1)..], [.. type[(open + 1)..close].Split(',').Select(size => int.TryParse(size, out var number) ? number : 0)]);
    }
}
