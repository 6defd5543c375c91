using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>A column, as <see cref="PostgresTableQueries.Columns"/> gives it: its columns in the order of these properties.</summary>
/// <param name="row">The row of the result.</param>
internal sealed class PostgresColumnRow(string?[] row)
{
    /// <summary>The table's number.</summary>
    public string Table => row[0]!;

    /// <summary>Its own number within the table.</summary>
    public string Number => row[1]!;

    /// <summary>The name.</summary>
    public string Name => row[2]!;

    /// <summary>The type.</summary>
    public string Type => row[3]!;

    /// <summary>The type below a domain; null where the type is none.</summary>
    public string? BaseType => row[4];

    /// <summary><c>true</c> for <c>not null</c>.</summary>
    public string IsFilled => row[5]!;

    /// <summary>The default, or what it is computed from; null where there is neither.</summary>
    public string? Value => row[6];

    /// <summary><c>a</c> for always, <c>d</c> for by default; else empty.</summary>
    public string Identity => row[7]!;

    /// <summary><c>s</c> for stored, <c>v</c> for virtual; else empty.</summary>
    public string Computed => row[8]!;

    /// <summary>The collation where it is not the type's; null otherwise.</summary>
    public string? Collation => row[9];

    /// <summary><c>true</c> where its parent has it too.</summary>
    public string IsParents => row[10]!;

    /// <summary>An identity's options that are not the usual ones; null where all are.</summary>
    public string? Counter => row[11];

    /// <summary>An identity's sequence; null for others.</summary>
    public string? CounterOid => row[12];

    /// <summary>Its name in statements.</summary>
    public string? CounterPath => row[13];

    /// <summary>What a foreign server is told of it; null for nothing.</summary>
    public string? Options => row[14];

    /// <summary>What the server calls it everywhere.</summary>
    public string Id => $"1259.{Table}.{Number}";

    /// <summary>What it is without its needs.</summary>
    public ColumnModel ToModel()
    {
        var value = Value is null ? null : PostgresText.Lower(Value);
        return new(Name, Type, IsNullable: IsFilled != "true")
        {
            BaseType = BaseType ?? Type,
            Default = Computed.Length > 0 ? null : value,
            Generation = Generation,
            Expression = Computed.Length > 0 ? value : Counter,
            IsStored = Computed == "s",
            Collation = Collation,
        };
    }

    private Generation Generation => (Identity, Computed) switch
    {
        (_, "s" or "v") => Generation.Computed,
        ("a", _) => Generation.StrictIdentity,
        ("d", _) => Generation.Identity,
        _ when Value?.StartsWith("nextval(", StringComparison.Ordinal) == true => Generation.Identity,
        _ => Generation.None,
    };
}
