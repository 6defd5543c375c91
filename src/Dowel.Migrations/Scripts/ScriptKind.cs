namespace Dowel.Migrations;

/// <summary>What a script is for.</summary>
public enum ScriptKind
{
    /// <summary>Runs once, in the order of versions.</summary>
    Versioned,

    /// <summary>Runs after the versioned ones, again whenever its text changes, in the order of descriptions.</summary>
    Repeatable,

    /// <summary>Takes the versioned script of the same version back.</summary>
    Undo,

    /// <summary>Stands for all versions up to its own on an empty database.</summary>
    Baseline,

    /// <summary>A hook: runs before the first script of a run that has something to do.</summary>
    BeforeRun,

    /// <summary>A hook: runs after the last script of a run.</summary>
    AfterRun,

    /// <summary>A hook: runs before each script of a run.</summary>
    BeforeEach,

    /// <summary>A hook: runs after each script of a run.</summary>
    AfterEach,
}
