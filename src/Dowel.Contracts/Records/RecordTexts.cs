using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>Keeps beside what an engine has made of records the statements that made it: they are shorter than what the engine prints. Pure.</summary>
/// <param name="tables">The tables of the records.</param>
/// <param name="engine">What the engine is given without them.</param>
internal sealed class RecordTexts(IReadOnlyList<RecordTable> tables, ISchemaEngine engine)
{
    private readonly Dictionary<string, RecordTable> _tables = tables.ToDictionary(table => table.Name, StringComparer.Ordinal);

    /// <summary>The same schema with its statements.</summary>
    /// <param name="made">What the engine has made of the records.</param>
    public DatabaseModel Beside(DatabaseModel made)
    {
        var plan = SchemaDiff.Compare(DatabaseModel.Empty, made, new(), engine);
        var whole = plan.Changes.OfType<CreateTable>().ToDictionary(change => change.Key, change => (Change: change, engine.Render(plan with { Changes = [change] })[0].Statements));
        var policies = tables.SelectMany(table => table.RowSecurity.Skip(2).Select(statement => (table.Name, statement))).ToDictionary(each => each.Name, each => each.statement);
        return made with
        {
            Tables = [.. made.Tables.Select(table => whole.TryGetValue(table.Key, out var create) && _tables.TryGetValue(table.Name, out var record)
                ? Table(record, table, create.Change, create.Statements[0])
                : table)],
            Objects = [.. made.Objects.Select(each => each.Key.Kind == ObjectKind.Policy && policies.TryGetValue(each.Key.Name, out var text)
                ? each with { Written = new(text, each.Create) }
                : each)],
        };
    }

    private static TableModel Table(RecordTable record, TableModel table, CreateTable change, string spelled)
    {
        var inline = change.Constraints.Select(key => key.Name).ToHashSet(StringComparer.Ordinal);
        return table with
        {
            Written = new(record.Create(record.Constraints.Where(key => inline.Contains(key.Name))), spelled),
            Constraints = [.. table.Constraints.Select(key => record.Constraints.FirstOrDefault(each => each.Name == key.Name) is { } said && key.Create.Length > 0
                ? key with { Written = new(record.Add(said), key.Create) }
                : key)],
        };
    }
}
