namespace Dowel.Postgres;

/// <summary>A node of a statement as the server has understood it: a tag and fields, each a node, a list, a word or nothing.</summary>
/// <remarks>The server's own notation for stored queries (PostgreSQL source, <c>outfuncs.c</c>): <c>{VAR :varno 1 :varattno 2}</c>.</remarks>
/// <param name="Tag">What it is, <c>VAR</c>.</param>
/// <param name="Fields">Its fields by name.</param>
internal sealed record PostgresNode(string Tag, IReadOnlyDictionary<string, object?> Fields)
{
    /// <summary>A field that is a node; null where it is none.</summary>
    public PostgresNode? Node(string field) => Fields.GetValueOrDefault(field) as PostgresNode;

    /// <summary>The nodes of a field that is a list; none where it is none.</summary>
    public IReadOnlyList<PostgresNode> List(string field) => Fields.GetValueOrDefault(field) is List<object?> list ? [.. list.OfType<PostgresNode>()] : [];

    /// <summary>A field that is a word; null where there is none.</summary>
    public string? Word(string field) => Fields.GetValueOrDefault(field) as string;

    /// <summary>A field that is a number; 0 where it is none.</summary>
    public long Number(string field) => long.TryParse(Word(field), out var number) ? number : 0;

    /// <summary>Whether a field says yes.</summary>
    public bool Flag(string field) => Word(field) == "true";

    /// <summary>Whether a field holds anything.</summary>
    public bool Has(string field) => Fields.GetValueOrDefault(field) is not null;

    /// <summary>This node and all below it.</summary>
    public IEnumerable<PostgresNode> All() => Fields.Values.SelectMany(Below).Prepend(this);

    private static IEnumerable<PostgresNode> Below(object? value) => value switch
    {
        PostgresNode node => node.All(),
        List<object?> list => list.SelectMany(Below),
        _ => [],
    };
}
