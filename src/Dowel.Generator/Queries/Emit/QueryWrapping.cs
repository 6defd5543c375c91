namespace Dowel.Generator;

/// <summary>What is put around the text of a query: nothing, or what pages need.</summary>
/// <param name="Before">What comes before it.</param>
/// <param name="After">Makes what comes behind it, for PostgreSQL or else SQLite; it is given how the n-th of <paramref name="Parameters"/> is written, from zero.</param>
/// <param name="Parameters">The parameters that this adds, behind the query's own.</param>
internal sealed record QueryWrapping(string Before, Func<bool, Func<int, string>, string> After, IReadOnlyList<ParameterModel> Parameters)
{
    /// <summary>The text as it is.</summary>
    public static readonly QueryWrapping None = new("", (_, _) => "", []);

    /// <summary>The rows of a page.</summary>
    public static readonly QueryWrapping Page = new(
        "",
        (_, number) => $"\nlimit {number(0)} offset {number(1)}",
        [new("limit", SimpleTypes.Int64), new("offset", SimpleTypes.Int64)]);

    /// <summary>How many rows there are on all pages.</summary>
    public static readonly QueryWrapping Count = new("select count(*) from (\n", (_, _) => "\n) as counted", []);
}
