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
}
