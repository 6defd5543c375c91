using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>A constraint, as <see cref="PostgresTableQueries.Constraints"/> gives it: its columns in the order of these properties.</summary>
/// <param name="row">The row of the result.</param>
internal sealed class PostgresKeyRow(string?[] row)
{
    /// <summary>Its number.</summary>
    public string Oid => row[0]!;

    /// <summary>The table's number.</summary>
    public string Table => row[1]!;

    /// <summary>The name.</summary>
    public string Name => row[2]!;

    /// <summary>What it demands.</summary>
    public ConstraintKind Kind => row[3] switch
    {
        "p" => ConstraintKind.Primary,
        "u" => ConstraintKind.Unique,
        "f" => ConstraintKind.Foreign,
        "x" => ConstraintKind.Exclusion,
        _ => ConstraintKind.Check,
    };

    /// <summary>What follows its name.</summary>
    public string Definition => PostgresText.Lower(row[4]!);

    /// <summary>Whether rows that were there before it have been checked.</summary>
    public bool IsValidated => row[5] == "true";

    /// <summary>The numbers of its columns; 0 for an expression.</summary>
    public IEnumerable<string> Columns => row[6]?.Trim('{', '}').Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The number of its own index; null where it has none.</summary>
    public string? Index => Kind == ConstraintKind.Foreign ? null : row[7];

    /// <summary>What the server calls it everywhere.</summary>
    public string Id => $"2606.{Oid}";

    /// <summary>What a foreign key refers to; null for others.</summary>
    public ReferenceModel? Reference => Kind != ConstraintKind.Foreign ? null : new(
        new(ObjectKind.Table, row[9]!, Schema: row[8]), [.. PostgresText.Elements($"({row[10]})").Select(PostgresText.Unquote)])
    {
        OnDelete = Action(row[11]),
        OnUpdate = Action(row[12]),
        Deferral = row[13] == "true" ? $"deferrable initially {(row[14] == "true" ? "deferred" : "immediate")}" : null,
    };

    private static string Action(string? letter) => letter switch
    {
        "r" => "restrict",
        "c" => "cascade",
        "n" => "set null",
        "d" => "set default",
        _ => "no action",
    };
}
