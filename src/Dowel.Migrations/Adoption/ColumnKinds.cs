namespace Dowel.Migrations;

/// <summary>What a column holds, whatever an engine calls it.</summary>
[Flags]
internal enum ColumnKinds
{
    /// <summary>Something that no tool keeps.</summary>
    None = 0,

    /// <summary>Numbers.</summary>
    Number = 1,

    /// <summary>Text.</summary>
    Text = 2,

    /// <summary>True and false; where an engine has no such type, tools take numbers.</summary>
    Flag = 4,

    /// <summary>Moments; where an engine has no such type, tools take text.</summary>
    Time = 8,

    /// <summary>Bytes.</summary>
    Bytes = 16,
}
