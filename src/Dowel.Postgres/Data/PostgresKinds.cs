using Dowel.Data;
using NpgsqlTypes;

namespace Dowel.Postgres;

/// <summary>What each kind of value is to the driver and on the wire.</summary>
/// <remarks>The numbers are those of the server's catalog <c>pg_type</c>, the same in every database (PostgreSQL 18, pg_type.dat).</remarks>
internal static class PostgresKinds
{
    /// <summary>A <c>boolean</c>'s type number.</summary>
    public const uint BooleanOid = 16;

    /// <summary>A <c>bytea</c>'s type number.</summary>
    public const uint BytesOid = 17;

    /// <summary>A <c>bigint</c>'s type number.</summary>
    public const uint BigIntOid = 20;

    /// <summary>A <c>smallint</c>'s type number.</summary>
    public const uint SmallIntOid = 21;

    /// <summary>An <c>integer</c>'s type number.</summary>
    public const uint IntegerOid = 23;

    /// <summary>A <c>text</c>'s type number.</summary>
    public const uint TextOid = 25;

    /// <summary>A <c>json</c>'s type number.</summary>
    public const uint PlainJsonOid = 114;

    /// <summary>A <c>real</c>'s type number.</summary>
    public const uint RealOid = 700;

    /// <summary>A <c>double precision</c>'s type number.</summary>
    public const uint DoubleOid = 701;

    /// <summary>A <c>date</c>'s type number.</summary>
    public const uint DateOid = 1082;

    /// <summary>A <c>time</c>'s type number.</summary>
    public const uint TimeOid = 1083;

    /// <summary>A <c>timestamptz</c>'s type number.</summary>
    public const uint TimestampOid = 1184;

    /// <summary>An <c>interval</c>'s type number.</summary>
    public const uint IntervalOid = 1186;

    /// <summary>A <c>numeric</c>'s type number.</summary>
    public const uint NumericOid = 1700;

    /// <summary>A <c>uuid</c>'s type number.</summary>
    public const uint UuidOid = 2950;

    /// <summary>A <c>jsonb</c>'s type number.</summary>
    public const uint JsonOid = 3802;

    private static readonly (NpgsqlDbType Type, uint Oid)[] All =
    [
        (NpgsqlDbType.Boolean, BooleanOid),
        (NpgsqlDbType.Smallint, SmallIntOid),
        (NpgsqlDbType.Integer, IntegerOid),
        (NpgsqlDbType.Bigint, BigIntOid),
        (NpgsqlDbType.Real, RealOid),
        (NpgsqlDbType.Double, DoubleOid),
        (NpgsqlDbType.Numeric, NumericOid),
        (NpgsqlDbType.Text, TextOid),
        (NpgsqlDbType.Bytea, BytesOid),
        (NpgsqlDbType.Uuid, UuidOid),
        (NpgsqlDbType.TimestampTz, TimestampOid),
        (NpgsqlDbType.Date, DateOid),
        (NpgsqlDbType.Time, TimeOid),
        (NpgsqlDbType.Interval, IntervalOid),
        (NpgsqlDbType.Jsonb, JsonOid),
    ];

    /// <summary>The driver's name of a kind.</summary>
    public static NpgsqlDbType TypeOf(ValueKind kind) => All[(int)kind].Type;

    /// <summary>The driver's name of an array of a kind.</summary>
    public static NpgsqlDbType ArrayOf(ValueKind kind) => NpgsqlDbType.Array | All[(int)kind].Type;

    /// <summary>The server's number of a kind.</summary>
    public static uint OidOf(ValueKind kind) => All[(int)kind].Oid;
}
