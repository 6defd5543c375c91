namespace Dowel.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCodes
{
    /// <summary>Done, or nothing to do.</summary>
    public const int Done = 0;

    /// <summary>The command looked for something and found it.</summary>
    public const int Findings = 1;

    /// <summary>The command cannot be understood or carried out as given.</summary>
    public const int Usage = 2;

    /// <summary>The database cannot be reached, or refuses.</summary>
    public const int Unavailable = 3;

    /// <summary>Refused before anything changed.</summary>
    public const int Refused = 4;

    /// <summary>A script failed.</summary>
    public const int ScriptFailed = 5;

    /// <summary>A lock was not had in time.</summary>
    public const int LockNotHad = 6;

    /// <summary>Interrupted from outside: 128 and SIGINT's number, as shells have it.</summary>
    public const int Interrupted = 130;
}
