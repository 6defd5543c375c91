using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Schema.Tests;

/// <summary>Makes small schemas: tables that refer to each other, in circles too, with enums, indexes, views and functions on them.</summary>
internal static class RandomSchema
{
    private static readonly string[] Names = ["a", "b", "c", "d"];
    private static readonly string[] Types = ["integer", "bigint", "text", "mood"];
    private static readonly ObjectKey Mood = new(ObjectKind.Enum, "mood");

    /// <summary>All of them, which shrink to what is left of them.</summary>
    public static Arbitrary<DatabaseModel> Any { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(Of), SimplerSchema.Of);

    /// <summary>The schema of a number.</summary>
    public static DatabaseModel Of(int seed) => Make(new Random(seed));

    /// <summary>The one enum that columns are of.</summary>
    public static EnumModel Enum(string[] labels) =>
        new(Mood, labels) { Create = $"create type mood as enum ({string.Join(", ", labels.Select(label => $"'{label}'"))})", Drop = "drop type mood" };

    private static DatabaseModel Make(Random random)
    {
        var tables = Names.Where(_ => random.Next(3) > 0).Select(name => new TableModel(name, TableKind.Table, Columns(random, name))).ToList();
        tables = [.. tables.Select(table => table with { Constraints = Constraints(random, table, tables), Indexes = Indexes(random, table) })];
        string[] labels = random.Next(2) == 0 ? ["x", "y"] : random.Next(2) == 0 ? ["x", "z", "y"] : ["y", "z"];
        List<ObjectModel> objects = [Enum(labels), .. Routines(random)];
        return new([.. tables, .. Views(random, tables)]) { Objects = objects };
    }

    private static List<ColumnModel> Columns(Random random, string table) =>
    [
        new("id", "integer", false),
        .. Names.Where(_ => random.Next(2) == 0).Select(name => (name, type: Types[random.Next(Types.Length)])).Select(column =>
            new ColumnModel(column.name, column.type, random.Next(2) == 0) { Needs = column.type == "mood" ? [Mood] : [], Default = column.type == "mood" ? "'y'::mood" : null }),
    ];

    private static List<ConstraintModel> Constraints(Random random, TableModel table, List<TableModel> all)
    {
        var result = new List<ConstraintModel> { Constraint(table, ConstraintKind.Primary, ["id"], $"primary key (id)") };
        result.AddRange(table.Columns.Skip(1).Where(column => random.Next(2) == 0 && column is { IsNullable: true, Type: "integer" }).Select(column =>
            Constraint(table, ConstraintKind.Foreign, [column.Name], "") is var bare && all[random.Next(all.Count)] is var other
                ? bare with
                {
                    Definition = $"foreign key ({column.Name}) references {other.Name} (id)",
                    Create = $"alter table {table.Name} add constraint {bare.Name} foreign key ({column.Name}) references {other.Name} (id)",
                    Reference = new(other.Key, ["id"]),
                }
                : bare));
        result.AddRange(table.Columns.Skip(1).Where(_ => random.Next(3) == 0).Select(column => Constraint(table, ConstraintKind.Check, [column.Name], $"check ({column.Name} is not null or id > {random.Next(2) - 1})")));
        return result;
    }

    private static ConstraintModel Constraint(TableModel table, ConstraintKind kind, string[] columns, string definition)
    {
        var name = $"{table.Name}_{columns[0]}_{kind}";
        return new(new(ObjectKind.Constraint, table.Name, name), kind, columns)
        {
            Definition = definition,
            Create = $"alter table {table.Name} add constraint {name} {definition}",
            Drop = $"alter table {table.Name} drop constraint {name}",
        };
    }

    private static List<IndexModel> Indexes(Random random, TableModel table) =>
    [
        .. table.Columns.Skip(1).Where(_ => random.Next(3) == 0).Select(column => new IndexModel(new(ObjectKind.Index, table.Name, $"{table.Name}_{column.Name}"), [column.Name])
        {
            Columns = [column.Name],
            Create = $"create {(column.Type != "mood" && random.Next(3) == 0 ? "unique " : "")}index {table.Name}_{column.Name} on {table.Name} ({column.Name})",
            Drop = $"drop index {table.Name}_{column.Name}",
        }),
    ];

    private static IEnumerable<ObjectModel> Routines(Random random) => Names.Where(_ => random.Next(3) == 0).Select(name => new ObjectModel(new(ObjectKind.Function, $"f_{name}(mood)"))
    {
        Create = $"create function f_{name}(mood) returns integer language sql immutable as 'select {random.Next(2)}'",
        Drop = $"drop function f_{name}(mood)",
        Needs = [Mood],
    });

    private static IEnumerable<TableModel> Views(Random random, List<TableModel> tables)
    {
        var below = new List<TableModel>(tables);
        foreach (var name in Names.Where(_ => below.Count > 0 && random.Next(2) == 0).Select(name => $"v_{name}"))
        {
            var one = below[random.Next(below.Count)];
            var columns = one.Columns.Where(_ => random.Next(2) == 0).ToList();
            var view = new TableModel(name, TableKind.View, columns)
            {
                Create = $"create view {name} as select {string.Join(", ", columns.Select(column => column.Name))} from {one.Name}",
                Drop = $"drop view {name}",
                Needs = [one.Key, .. columns.Select(column => one.Key.Column(column.Name))],
            };
            below.Add(view);
            yield return view;
        }
    }
}
