namespace Dowel.Schema.Tests;

/// <summary>Small models, as short as a test wants them.</summary>
internal static class Models
{
    public static ColumnModel Column(string name, string type = "integer", bool isNullable = true) => new(name, type, isNullable);

    public static TableModel Table(string name, params ColumnModel[] columns) => new(name, TableKind.Table, columns) { Drop = $"drop table {name}" };

    public static DatabaseModel Database(params TableModel[] tables) => new(tables);

    public static ConstraintModel Check(string table, string name, string definition, params string[] columns) => Constraint(table, name, ConstraintKind.Check, definition, columns);

    public static ConstraintModel Foreign(string table, string name, string column, string target) =>
        Constraint(table, name, ConstraintKind.Foreign, $"foreign key ({column}) references {target} (id)", column) with { Reference = new(new(ObjectKind.Table, target), ["id"]) };

    public static ConstraintModel Constraint(string table, string name, ConstraintKind kind, string definition, params string[] columns) => new(new(ObjectKind.Constraint, table, name), kind, columns)
    {
        Definition = definition,
        Create = $"alter table {table} add constraint {name} {definition}",
        Drop = $"alter table {table} drop constraint {name}",
    };

    public static IndexModel Index(string table, string name, params string[] columns) => new(new(ObjectKind.Index, table, name), columns)
    {
        Columns = columns,
        Create = $"create index {name} on {table} ({string.Join(", ", columns)})",
        Drop = $"drop index {name}",
    };

    public static TableModel View(string name, string query, params ObjectKey[] needs) => new(name, TableKind.View, [])
    {
        Create = $"create view {name} as {query}",
        Drop = $"drop view {name}",
        Needs = needs,
    };

    public static ObjectModel Trigger(string table, string name, params ObjectKey[] needs) => new(new(ObjectKind.Trigger, table, name))
    {
        Create = $"create trigger {name} on {table}",
        Drop = $"drop trigger {name}",
        Needs = needs,
    };

    public static RenameIntent Renamed(ObjectKey from, ObjectKey to) => new(from, to);

    public static ObjectKey TableKey(string name) => new(ObjectKind.Table, name);

    /// <summary>The steps in a line each.</summary>
    public static IEnumerable<string> Steps(this SchemaPlan plan) => plan.Changes.Select(change => change switch
    {
        RenameObject rename => $"rename {rename.From} to {rename.To.Path}",
        DropObject drop => $"drop {drop.Key}{(drop.IsMadeAgain ? " for now" : "")}",
        CreateTable create => $"make {create.Key} with {create.Constraints.Count}",
        CreateObject create => $"make {create.Key}",
        _ => $"{change.GetType().Name} {change.Key.Path}",
    });
}
