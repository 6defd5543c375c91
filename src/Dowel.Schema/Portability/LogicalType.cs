namespace Dowel.Schema;

/// <summary>What values a column can stand for, whatever its engine spells them as.</summary>
[Flags]
internal enum LogicalType
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>True or false.</summary>
    Boolean = 1 << 0,

    /// <summary>Whole numbers.</summary>
    Integer = 1 << 1,

    /// <summary>Floating-point numbers.</summary>
    Real = 1 << 2,

    /// <summary>Decimals.</summary>
    Numeric = 1 << 3,

    /// <summary>Text.</summary>
    Text = 1 << 4,

    /// <summary>Bytes.</summary>
    Bytes = 1 << 5,

    /// <summary>UUIDs.</summary>
    Uuid = 1 << 6,

    /// <summary>Days.</summary>
    Date = 1 << 7,

    /// <summary>Times of day.</summary>
    Time = 1 << 8,

    /// <summary>Points in time.</summary>
    Timestamp = 1 << 9,

    /// <summary>Lengths of time.</summary>
    Interval = 1 << 10,

    /// <summary>JSON.</summary>
    Json = 1 << 11,

    /// <summary>Labels of a type.</summary>
    Label = 1 << 12,

    /// <summary>Lists, ranges, addresses: what one engine has and the other spells as text.</summary>
    Special = 1 << 13,

    /// <summary>Whatever is put in.</summary>
    Any = (1 << 14) - 1,
}
