namespace Dowel.Schema;

/// <summary>A database, as its engine has it. A value: nothing is open.</summary>
/// <param name="Tables">Tables and views, by name; without Dowel's own.</param>
internal sealed record DatabaseModel(IReadOnlyList<TableModel> Tables)
{
    /// <summary>A database without anything.</summary>
    public static DatabaseModel Empty { get; } = new([]);

    /// <summary>All else: types, functions, triggers, policies, comments. Without the constraints and indexes that tables have.</summary>
    public IReadOnlyList<ObjectModel> Objects { get; init; } = [];

    /// <summary>What is there and has no place in this model, each with its kind and name.</summary>
    public IReadOnlyList<string> Unmodelled { get; init; } = [];

    /// <summary>Every object with a statement of its own: tables, their constraints and indexes, and <see cref="Objects"/>.</summary>
    public IEnumerable<ObjectModel> All => Tables.SelectMany(table => (IEnumerable<ObjectModel>)[table, .. table.Constraints, .. table.Indexes]).Concat(Objects);

    /// <summary>A table or view of the default schema by its name; null where there is none.</summary>
    public TableModel? Find(string name) => Tables.FirstOrDefault(table => table.Name == name && table.Schema is null);

    /// <summary>A table by its key; null where there is none.</summary>
    public TableModel? Find(ObjectKey table) => Tables.FirstOrDefault(each => each.Name == table.Name && each.Schema == table.Schema);
}
