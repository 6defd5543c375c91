using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Reads what is known by its text alone: views, triggers, virtual tables. Pure.</summary>
/// <param name="relations">All tables and views.</param>
/// <param name="columns">Their columns.</param>
internal sealed class SqliteTextReader(IReadOnlyList<SqliteCatalogObject> relations, ILookup<string, SqliteCatalogColumn> columns)
{
    private readonly Dictionary<string, SqliteCatalogObject> _relations = relations.ToDictionary(each => each.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a view.</summary>
    public TableModel ReadView(SqliteCatalogObject view) => new(view.Name, TableKind.View, ColumnsOf(view.Name))
    {
        Create = Spell(view, "create view ", out var written, out var needs),
        Written = written,
        Drop = $"drop view {SqliteKeywords.Quote(view.Name)}",
        Needs = [.. needs.Where(key => key.Name != view.Name)],
    };

    /// <summary>Reads a trigger.</summary>
    public ObjectModel ReadTrigger(SqliteCatalogObject trigger)
    {
        var create = Spell(trigger, "create trigger ", out var written, out var needs);
        var table = _relations.TryGetValue(trigger.Table, out var found) ? found.Name : trigger.Table;
        return new(new(ObjectKind.Trigger, table, trigger.Name))
        {
            Create = create,
            Written = written,
            Drop = $"drop trigger {SqliteKeywords.Quote(trigger.Name)}",
            Needs = needs,
        };
    }

    /// <summary>Reads a virtual table. What stands in its parentheses is its module's affair and stays as it is.</summary>
    public TableModel ReadVirtual(SqliteCatalogObject table)
    {
        var tokens = SqliteTokens.Read(table.Sql);
        var module = tokens.TextOf(5);
        var arguments = tokens.Count > 6 ? tokens.TextFrom(6) : "";
        return new(table.Name, TableKind.Virtual, ColumnsOf(table.Name))
        {
            Create = $"create virtual table {SqliteKeywords.Quote(table.Name)} using {module}{arguments}",
            Drop = $"drop table {SqliteKeywords.Quote(table.Name)}",
            Needs = [.. Named(tokens).Select(KeyOf).Where(key => key.Name != table.Name)],
        };
    }

    private string Spell(SqliteCatalogObject each, string head, out WrittenText written, out List<ObjectKey> needs)
    {
        var tokens = SqliteTokens.Read(each.Sql);
        var named = Named(tokens);
        needs = [.. named.Select(KeyOf), .. named.SelectMany(found => ColumnsNamed(tokens, found))];
        var scope = SqliteScope.OfQuery(named.Select(found => found.Name), named.SelectMany(found => columns[found.Name]).Select(column => column.Name));
        var name = SqliteKeywords.Quote(each.Name);
        var create = $"{head}{name} {new SqliteWording(tokens, scope).Spell(3, tokens.Count)}";
        written = new($"{head}{name}{(tokens.TextOf(3) == "(" ? "" : " ")}{tokens.TextFrom(3)}", create);
        return create;
    }

    // Every identifier counts, since a text names a table in more places than can be told apart by tokens.
    private List<SqliteCatalogObject> Named(SqliteTokens tokens) =>
    [
        .. Enumerable.Range(3, Math.Max(0, tokens.Count - 3))
            .Where(index => tokens.IsName(index) || tokens[index].Kind == SqliteTokenKind.String)
            .Select(index => _relations.GetValueOrDefault(SqliteName.Unquote(tokens.TextOf(index))))
            .OfType<SqliteCatalogObject>().Distinct(),
    ];

    private IEnumerable<ObjectKey> ColumnsNamed(SqliteTokens tokens, SqliteCatalogObject relation)
    {
        var words = Enumerable.Range(3, Math.Max(0, tokens.Count - 3)).Where(tokens.IsName)
            .Select(index => SqliteName.Unquote(tokens.TextOf(index))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return columns[relation.Name].Where(column => words.Contains(column.Name)).Select(column => new ObjectKey(ObjectKind.Table, relation.Name).Column(column.Name));
    }

    private static ObjectKey KeyOf(SqliteCatalogObject relation) =>
        new(relation.Type == "view" ? ObjectKind.View : ObjectKind.Table, relation.Name);

    private List<ColumnModel> ColumnsOf(string name) =>
        [.. columns[name].Select(column => new ColumnModel(column.Name, SqliteColumnType.Spell(column.Type), IsNullable: true))];
}
