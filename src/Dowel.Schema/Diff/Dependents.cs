namespace Dowel.Schema;

/// <summary>Who needs what in a database: what must go before something can go or change. Pure.</summary>
/// <param name="database">The database.</param>
/// <param name="inPlace">Whether constraints stand for themselves; else they go with their table.</param>
internal sealed class Dependents(DatabaseModel database, bool inPlace)
{
    private readonly ILookup<ObjectKey, ObjectModel> _needing = database.All
        .Where(each => each.Key.Kind != ObjectKind.Table && (inPlace || each.Key.Kind != ObjectKind.Constraint))
        .SelectMany(each => each.Needs.Distinct().Select(need => (need, each)))
        .ToLookup(pair => pair.need, pair => pair.each);

    private readonly ILookup<(string?, string), ObjectModel> _standing = database.All
        .Where(each => each.Key.StandsOnAnother && (inPlace || each.Key.Kind != ObjectKind.Constraint))
        .ToLookup(each => (each.Key.Schema, each.Key.Name));

    private readonly ILookup<ObjectKey, ConstraintModel> _referring = database.Tables
        .Where(_ => inPlace)
        .SelectMany(table => table.Constraints)
        .Where(constraint => constraint.Reference is not null)
        .ToLookup(constraint => constraint.Reference!.Table);

    /// <summary>Columns whose type or default needs something.</summary>
    public ILookup<ObjectKey, (TableModel Table, ColumnModel Column)> Columns { get; } = database.Tables
        .Where(table => table.Kind == TableKind.Table)
        .SelectMany(table => table.Columns.SelectMany(column => column.Needs.Distinct().Select(need => (need, table, column))))
        .ToLookup(each => each.need, each => (each.table, each.column));

    /// <summary>Whether a type is that of columns, or part of one that is: then it cannot be away while another is made.</summary>
    public bool IsUnderColumns(ObjectKey type) => Columns.Contains(type) || _needing[type].Any(each => each.Key.IsType && IsUnderColumns(each.Key));

    /// <summary>What cannot be there without an object: what stands on it, what needs it, and foreign keys to it.</summary>
    public IEnumerable<ObjectModel> Of(ObjectModel model)
    {
        var standing = model.Key.IsRelation || model.Key.Kind == ObjectKind.Domain ? _standing[(model.Key.Schema, model.Key.Name)] : [];
        var columns = model is TableModel table ? table.Columns.SelectMany(column => _needing[table.Key.Column(column.Name)]) : [];
        return _needing[model.Key].Concat(standing).Concat(columns).Concat(Referring(model));
    }

    /// <summary>What must be away while a column's type changes. Keys and plain indexes over it are the engine's own affair, references are not.</summary>
    public IEnumerable<ObjectModel> OfChanging(ObjectKey column) => _needing[column]
        .Where(each => each.Key.Table != column.Table || each is not (ConstraintModel { Kind: not ConstraintKind.Foreign } or IndexModel))
        .Concat(_referring[column.Table].Where(key => key.Reference!.Columns.Contains(column.Part!)))
        .Concat(_standing[(column.Schema, column.Name)].OfType<ConstraintModel>().Where(key => key.Kind == ConstraintKind.Foreign && key.Columns.Contains(column.Part!)));

    /// <summary>What cannot be there without a column.</summary>
    public IEnumerable<ObjectModel> OfDropped(ObjectKey column) => _needing[column]
        .Concat(_referring[column.Table].Where(key => key.Reference!.Columns.Contains(column.Part!)))
        .Concat(_standing[(column.Schema, column.Name)].Where(each => each is ConstraintModel constraint && constraint.Columns.Contains(column.Part!)))
        .Concat(_standing[(column.Schema, column.Name)].Where(each => each is IndexModel && SqlText.Mentions(each.Create, column.Part!)));

    private IEnumerable<ConstraintModel> Referring(ObjectModel model) => model switch
    {
        TableModel => _referring[model.Key],
        ConstraintModel { Kind: ConstraintKind.Primary or ConstraintKind.Unique } key => To(key.Key.Table, key.Columns),
        IndexModel { IsUnique: true, Columns: { } columns } index => To(index.Key.Table, columns),
        _ => [],
    };

    private IEnumerable<ConstraintModel> To(ObjectKey table, IReadOnlyList<string> columns) =>
        _referring[table].Where(key => key.Reference!.Columns.ToHashSet().SetEquals(columns));
}
