namespace Dowel.Generator;

/// <summary>What a value is in the database; the names are those of <c>Dowel.Data.ValueKind</c>.</summary>
internal enum SqlKind
{
    /// <summary>A truth value.</summary>
    Boolean,

    /// <summary>An integer of 16 bits.</summary>
    SmallInt,

    /// <summary>An integer of 32 bits.</summary>
    Integer,

    /// <summary>An integer of 64 bits.</summary>
    BigInt,

    /// <summary>A number of single precision.</summary>
    Real,

    /// <summary>A number of double precision.</summary>
    DoublePrecision,

    /// <summary>A decimal number.</summary>
    Numeric,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A UUID.</summary>
    Uuid,

    /// <summary>A point in time.</summary>
    Timestamp,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Interval,

    /// <summary>JSON.</summary>
    Json,
}
