namespace Dowel.Schema;

/// <summary>What holds a table's rows.</summary>
internal enum TableKind
{
    /// <summary>The table itself.</summary>
    Table,

    /// <summary>Other tables: it is a view, with no keys of its own, and the engine cannot tell which of its columns are never null.</summary>
    View,
}
