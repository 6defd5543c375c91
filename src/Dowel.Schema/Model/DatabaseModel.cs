namespace Dowel.Schema;

/// <summary>The tables and views of a database, as the engine has them. A value: nothing is open.</summary>
/// <param name="Tables">Those that a statement can name without a schema, by name; without Dowel's own.</param>
internal sealed record DatabaseModel(IReadOnlyList<TableModel> Tables)
{
    /// <summary>A table by its name; null where there is none.</summary>
    public TableModel? Find(string name) => Tables.FirstOrDefault(table => table.Name == name);
}
