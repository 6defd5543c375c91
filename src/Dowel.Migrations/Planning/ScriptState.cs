namespace Dowel.Migrations;

/// <summary>How a script stands to the database.</summary>
public enum ScriptState
{
    /// <summary>Applied, with the text it has now.</summary>
    Applied,

    /// <summary>To be applied by the next run.</summary>
    Pending,

    /// <summary>Applied, and edited since.</summary>
    Changed,

    /// <summary>Applied, and no longer among the scripts.</summary>
    Missing,

    /// <summary>Failed in the run that tells so, or begun and not finished; the next run begins it anew or resumes it.</summary>
    Failed,

    /// <summary>Taken for applied: recorded or covered by a baseline.</summary>
    Baseline,

    /// <summary>Pending, below a version that is applied.</summary>
    OutOfOrder,
}
