using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>What values of a type are in a database.</summary>
internal sealed record Kind(ValueKind Value, string Sqlite, string Postgres)
{
    private static readonly Dictionary<Type, Kind> All = new()
    {
        [typeof(bool)] = new(ValueKind.Boolean, "integer", "boolean"),
        [typeof(short)] = new(ValueKind.SmallInt, "integer", "smallint"),
        [typeof(int)] = new(ValueKind.Integer, "integer", "integer"),
        [typeof(long)] = new(ValueKind.BigInt, "integer", "bigint"),
        [typeof(float)] = new(ValueKind.Real, "real", "real"),
        [typeof(double)] = new(ValueKind.DoublePrecision, "real", "double precision"),
        [typeof(Number<Cents>)] = new(ValueKind.Numeric, "integer", "numeric(9, 2)"),
        [typeof(Number<Grains>)] = new(ValueKind.Numeric, "integer", "numeric(18, 18)"),
        [typeof(Number<Units>)] = new(ValueKind.Numeric, "text", "numeric(20, 0)"),
        [typeof(Number<Atoms>)] = new(ValueKind.Numeric, "text", "numeric(28, 10)"),
        [typeof(string)] = new(ValueKind.Text, "text", "text"),
        [typeof(byte[])] = new(ValueKind.Bytes, "blob", "bytea"),
        [typeof(Guid)] = new(ValueKind.Uuid, "text", "uuid"),
        [typeof(DateTimeOffset)] = new(ValueKind.Timestamp, "text", "timestamptz"),
        [typeof(DateTime)] = new(ValueKind.Timestamp, "text", "timestamptz"),
        [typeof(DateOnly)] = new(ValueKind.Date, "text", "date"),
        [typeof(TimeOnly)] = new(ValueKind.Time, "text", "time"),
        [typeof(TimeSpan)] = new(ValueKind.Interval, "integer", "interval"),
        [typeof(Colour)] = new(ValueKind.Text, "text", "text"),
        [typeof(Document)] = new(ValueKind.Json, "text", "jsonb"),
    };

    /// <summary>What values of a type are.</summary>
    public static Kind Of<T>() => All[typeof(T)];

    /// <summary>The type of a column.</summary>
    public string Column(DatabaseEngine engine) => (engine, Value) switch
    {
        (DatabaseEngine.Sqlite, _) => Sqlite,
        (_, ValueKind.Text) => "text collate \"C\"",
        _ => Postgres,
    };

    /// <summary>The type of a column of arrays.</summary>
    public string ArrayColumn(DatabaseEngine engine) => engine == DatabaseEngine.Sqlite ? "text" : Postgres + "[]";
}
