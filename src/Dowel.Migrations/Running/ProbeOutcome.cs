namespace Dowel.Migrations;

/// <summary>What became of a statement whose run did not live to say.</summary>
public enum ProbeOutcome
{
    /// <summary>Nobody can tell.</summary>
    Unknown,

    /// <summary>It did its work.</summary>
    Done,

    /// <summary>It did not, or doing it again does no harm.</summary>
    Repeat,

    /// <summary>It had stopped half-way, and is finished now.</summary>
    Finished,
}
