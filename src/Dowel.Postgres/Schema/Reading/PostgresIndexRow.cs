namespace Dowel.Postgres;

/// <summary>An index, as <see cref="PostgresTableQueries.Indexes"/> gives it: its columns in the order of these properties.</summary>
/// <param name="row">The row of the result.</param>
internal sealed class PostgresIndexRow(string?[] row)
{
    /// <summary>Its number.</summary>
    public string Oid => row[0]!;

    /// <summary>The table's number.</summary>
    public string Table => row[1]!;

    /// <summary>The name.</summary>
    public string Name => row[2]!;

    /// <summary>The name in statements.</summary>
    public string Path => row[3]!;

    /// <summary>Its access method.</summary>
    public string Method => row[4]!;

    /// <summary>What follows the method in its definition, from the parenthesis on.</summary>
    public string Rest => PostgresText.Lower(row[5]!);

    /// <summary>The rows that it covers; null for all.</summary>
    public string? Predicate => row[6] is { } predicate ? PostgresText.Lower(predicate) : null;

    /// <summary>Whether no two rows share its parts.</summary>
    public bool IsUnique => row[7] == "true";

    /// <summary>False for one that cannot be used.</summary>
    public bool IsValid => row[8] == "true";

    /// <summary>The numbers of its columns without those that are only included; 0 for an expression.</summary>
    public IEnumerable<string> Columns => row[9]!.Split(' ').Take(int.Parse(row[10]!, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What stands before the table's name where its partitions have no such index.</summary>
    public string Only => row[11] == "true" && !IsValid ? "only " : "";

    /// <summary>What the server calls it everywhere.</summary>
    public string Id => $"1259.{Oid}";
}
