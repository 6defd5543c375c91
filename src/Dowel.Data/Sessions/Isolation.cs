namespace Dowel.Data;

/// <summary>What a transaction sees of others. SQLite's transactions are always serializable.</summary>
public enum Isolation
{
    /// <summary>Each statement sees what was committed before it began; PostgreSQL's default.</summary>
    ReadCommitted,

    /// <summary>All statements see what was committed before the first.</summary>
    Snapshot,

    /// <summary>As if transactions ran one after another.</summary>
    Serializable,
}
