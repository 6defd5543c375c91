namespace Dowel.Schema;

/// <summary>What holds a table's rows.</summary>
internal enum TableKind
{
    /// <summary>The table itself.</summary>
    Table,

    /// <summary>Other tables: it is a view, with no keys of its own, and the engine cannot tell which of its columns are never null.</summary>
    View,

    /// <summary>A view whose rows are kept until it is refreshed.</summary>
    MaterializedView,

    /// <summary>Something else: a virtual table of SQLite, a foreign table of PostgreSQL. It is made by its <see cref="ObjectModel.Create"/> alone.</summary>
    Virtual,
}
