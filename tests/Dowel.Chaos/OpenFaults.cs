namespace Dowel.Chaos;

/// <summary>Why a test is skipped that finds a fault of the engine; each goes with its fault.</summary>
internal static class OpenFaults
{
    /// <summary>The probe drops an index that the server is still building, and the two wait for each other.</summary>
    public const string OrphanedBuild = "An index build that has outlived its migrator is not waited for.";

    /// <summary>What comes out of a run is the driver's exception, not Dowel's.</summary>
    public const string LostConnection = "A lost connection comes out as an exception that is not Dowel's.";

    /// <summary>A partition that is pending detach is detached again instead of being finalized.</summary>
    public const string PendingDetach = "A concurrent detach that was interrupted is not finalized.";
}
