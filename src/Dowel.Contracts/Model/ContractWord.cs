namespace Dowel.Contracts;

/// <summary>What a value is in the database, in the words of the contract.</summary>
internal enum ContractWord
{
    /// <summary><c>boolean</c>.</summary>
    Boolean,

    /// <summary><c>smallint</c>.</summary>
    SmallInt,

    /// <summary><c>integer</c>.</summary>
    Integer,

    /// <summary><c>bigint</c>.</summary>
    BigInt,

    /// <summary><c>real</c>.</summary>
    Real,

    /// <summary><c>double</c>.</summary>
    Double,

    /// <summary><c>numeric(p,s)</c>.</summary>
    Numeric,

    /// <summary><c>text</c>.</summary>
    Text,

    /// <summary><c>bytes</c>.</summary>
    Bytes,

    /// <summary><c>uuid</c>.</summary>
    Uuid,

    /// <summary><c>timestamp</c>, a moment in UTC.</summary>
    Timestamp,

    /// <summary><c>date</c>.</summary>
    Date,

    /// <summary><c>time</c>.</summary>
    Time,

    /// <summary><c>interval</c>.</summary>
    Interval,

    /// <summary><c>json</c>.</summary>
    Json,
}
