using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>A migration for one engine.</summary>
/// <param name="Server">The engine.</param>
/// <param name="Plan">What it does.</param>
/// <param name="Up">What is run, a version each.</param>
internal sealed record EnginePlan(ScratchServer Server, SchemaPlan Plan, IReadOnlyList<ScriptDraft> Up)
{
    /// <summary>What takes all of it back; null where nothing does.</summary>
    public ScriptDraft? Down { get; init; }

    /// <summary>Why nothing does; null where something does, or where the folder has no such scripts.</summary>
    public string? NoDown { get; init; }

    /// <summary>Whether constraints count whatever they are called.</summary>
    public bool IgnoresConstraintNames { get; init; }

    /// <summary>The engine's name in file names.</summary>
    public string Dialect => Server.Engine.Name;

    /// <summary>How two schemas of this migration are compared.</summary>
    public DiffOptions Comparison => new() { IgnoresConstraintNames = IgnoresConstraintNames };
}
