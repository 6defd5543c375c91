using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>A table or view, as <see cref="PostgresTableQueries.Tables"/> gives it: its columns in the order of these properties.</summary>
/// <param name="row">The row of the result.</param>
internal sealed class PostgresTableRow(string?[] row)
{
    /// <summary>Its number.</summary>
    public string Oid => row[0]!;

    /// <summary>One letter of the catalog: <c>r</c>, <c>p</c>artitioned, <c>f</c>oreign, <c>v</c>iew, <c>m</c>aterialized.</summary>
    public string Sort => row[1]!;

    /// <summary>The schema; null for the default one.</summary>
    public string? Space => row[2];

    /// <summary>The name.</summary>
    public string Name => row[3]!;

    /// <summary>The name in statements.</summary>
    public string Path => row[4]!;

    /// <summary>One letter of the catalog: <c>u</c> for unlogged.</summary>
    public string Persistence => row[5]!;

    /// <summary>What it is partitioned by; null where it is not.</summary>
    public string? PartitionKey => row[6];

    /// <summary>The names of its parents in statements; null where it has none.</summary>
    public string? Parents => row[7];

    /// <summary>Their numbers, with blanks between them.</summary>
    public string? ParentOids => row[8];

    /// <summary>Of a partition: which rows it holds; null for others.</summary>
    public string? Bounds => row[9];

    /// <summary>The access method where it is not the usual one; null otherwise.</summary>
    public string? Method => row[10];

    /// <summary>A view's query; null for others.</summary>
    public string? Query => row[11];

    /// <summary>A view's options; null where there are none.</summary>
    public string? Options => row[12];

    /// <summary>A foreign table's server and options; null for others.</summary>
    public string? Server => row[13];

    /// <summary>What the server calls it everywhere.</summary>
    public string Id => $"1259.{Oid}";

    /// <summary>What holds its rows.</summary>
    public TableKind Kind => Sort switch
    {
        "v" => TableKind.View,
        "m" => TableKind.MaterializedView,
        "f" => TableKind.Virtual,
        _ => TableKind.Table,
    };

    /// <summary>What it is called in <c>drop</c> and <c>comment on</c>.</summary>
    public string Target => Kind switch
    {
        TableKind.View => $"view {Path}",
        TableKind.MaterializedView => $"materialized view {Path}",
        TableKind.Virtual => $"foreign table {Path}",
        _ => $"table {Path}",
    };

    /// <summary>What it is without its columns and keys.</summary>
    public TableModel ToModel() => new(Name, Kind, [])
    {
        Schema = Space,
        Drop = $"drop {Target}",
        Persistence = Persistence == "u" && Kind == TableKind.Table ? "unlogged" : "",
        PartitionOf = Bounds is null ? null : $"{Parents} {PostgresText.Lower(Bounds)}",
        Options = string.Join(' ', new[]
        {
            Bounds is null && Parents is not null ? $"inherits ({Parents})" : null,
            PartitionKey is null ? null : $"partition by {PostgresText.Lower(PartitionKey)}",
            Method is null || Kind != TableKind.Table ? null : $"using {Method}",
        }.OfType<string>()),
    };
}
