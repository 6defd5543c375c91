namespace Dowel.Chaos;

/// <summary>What becomes of a victim at its boundary.</summary>
internal enum Fate
{
    /// <summary>Nothing; it lives.</summary>
    Live,

    /// <summary>It kills itself with SIGKILL.</summary>
    Kill,

    /// <summary>It stops there, with all that it holds, until somebody kills it.</summary>
    Hang,

    /// <summary>It stops itself with SIGSTOP, signs of life included, until somebody lets it go on.</summary>
    Stop,
}
