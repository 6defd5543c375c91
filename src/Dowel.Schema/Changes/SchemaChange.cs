namespace Dowel.Schema;

/// <summary>One step from one schema to another. What it says is the engine's own text or model; how it is written is the engine's affair.</summary>
internal abstract record SchemaChange
{
    /// <summary>What changes, as it is called before the step; of something new, as it is called after it.</summary>
    public abstract ObjectKey Key { get; }
}
