namespace Dowel.Data;

/// <summary>What a value is in the database, whatever its type in C# is.</summary>
public enum ValueKind
{
    /// <summary><c>boolean</c>; 0 or 1 on SQLite.</summary>
    Boolean,

    /// <summary><c>smallint</c>.</summary>
    SmallInt,

    /// <summary><c>integer</c>.</summary>
    Integer,

    /// <summary><c>bigint</c>.</summary>
    BigInt,

    /// <summary><c>real</c>.</summary>
    Real,

    /// <summary><c>double precision</c>; <c>real</c> on SQLite.</summary>
    DoublePrecision,

    /// <summary><c>numeric</c>; an integer or text on SQLite, see <see cref="PrecisionAttribute"/>.</summary>
    Numeric,

    /// <summary><c>text</c>.</summary>
    Text,

    /// <summary><c>bytea</c>; <c>blob</c> on SQLite.</summary>
    Bytes,

    /// <summary><c>uuid</c>; 36 characters of text in lower case on SQLite.</summary>
    Uuid,

    /// <summary><c>timestamptz</c>; text <c>2026-11-21T09:00:00.000000Z</c> on SQLite.</summary>
    Timestamp,

    /// <summary><c>date</c>; text <c>2026-11-21</c> on SQLite.</summary>
    Date,

    /// <summary><c>time</c>; text <c>09:00:00.000000</c> on SQLite.</summary>
    Time,

    /// <summary><c>interval</c>; an integer of microseconds on SQLite.</summary>
    Interval,

    /// <summary><c>jsonb</c>; text on SQLite.</summary>
    Json,
}
