namespace Dowel.Sqlite;

/// <summary>A row of the catalog.</summary>
/// <param name="Type">What it is: <c>table</c>, <c>view</c>, <c>index</c>, <c>trigger</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Table">The table or view that it stands on; its own name for a table or view.</param>
/// <param name="Sql">The statement that made it, as the engine keeps it.</param>
internal sealed record SqliteCatalogObject(string Type, string Name, string Table, string Sql)
{
    /// <summary>Whether another module than the engine keeps its rows.</summary>
    public bool IsVirtual { get; } = Type == "table" && SqliteTokens.Read(Sql).Is(1, "virtual");
}
