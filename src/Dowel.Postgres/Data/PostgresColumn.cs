using Dowel.Data;
using Npgsql;
using NpgsqlTypes;

namespace Dowel.Postgres;

/// <summary>An array on its way to the server: values of one kind, in lists that are used again.</summary>
internal abstract class PostgresColumn(ValueKind kind)
{
    /// <summary>The kind of the values.</summary>
    public ValueKind Kind { get; } = kind;

    /// <summary>The parameter with all that was added.</summary>
    public abstract NpgsqlParameter Parameter { get; }

    /// <summary>Makes an empty column.</summary>
    public static PostgresColumn Create(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => new PostgresValueColumn<bool>(kind),
        ValueKind.SmallInt => new PostgresValueColumn<short>(kind),
        ValueKind.Integer or ValueKind.Date => new PostgresValueColumn<int>(kind),
        ValueKind.BigInt or ValueKind.Timestamp or ValueKind.Time => new PostgresValueColumn<long>(kind),
        ValueKind.Real => new PostgresValueColumn<float>(kind),
        ValueKind.DoublePrecision => new PostgresValueColumn<double>(kind),
        ValueKind.Numeric => new PostgresValueColumn<decimal>(kind),
        ValueKind.Text => new PostgresTextColumn(),
        ValueKind.Bytes or ValueKind.Json => new PostgresValueColumn<ReadOnlyMemory<byte>>(kind),
        ValueKind.Uuid => new PostgresValueColumn<Guid>(kind),
        ValueKind.Interval => new PostgresValueColumn<NpgsqlInterval>(kind),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>Adds a null.</summary>
    public abstract void AddNull();

    /// <summary>Forgets the values; room for many is given back.</summary>
    public abstract void Clear();
}
