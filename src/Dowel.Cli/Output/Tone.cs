namespace Dowel.Cli;

/// <summary>What a cell's colour says, where there are colours.</summary>
internal enum Tone
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth a look.</summary>
    Notable,

    /// <summary>Wrong.</summary>
    Bad,

    /// <summary>Of less weight.</summary>
    Quiet,
}
