using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Schema.Tests;

/// <summary>Makes small schemas: tables that refer to each other, in circles too, with enums, indexes, views and functions on them.</summary>
internal static class RandomSchema
{
    private static readonly string[] Names = ["a", "b", "c", "d"];
    private static readonly string[] Types = ["integer", "bigint", "text", "mood"];
    private static readonly ObjectKey Mood = new(ObjectKind.Enum, "mood");

    public static Arbitrary<DatabaseModel> Any() => Gen.Choose(0, int.MaxValue - 1).Select(seed => Make(new Random(seed))).ToArbitrary();

    private static DatabaseModel Make(Random random)
    {
        var tables = Names.Where(_ => random.Next(3) > 0).Select(name => new TableModel(name, TableKind.Table, Columns(random, name))).ToList();
        tables = [.. tables.Select(table => table with { Constraints = Constraints(random, table, tables), Indexes = Indexes(random, table) })];
        var objects = new List<ObjectModel> { new EnumModel(Mood, random.Next(2) == 0 ? ["x", "y"] : random.Next(2) == 0 ? ["x", "z", "y"] : ["y", "z"]) { Create = "create type mood", Drop = "drop type mood" } };
        objects.AddRange(Routines(random));
        return new([.. tables, .. Views(random, tables)]) { Objects = objects };
    }

    private static List<ColumnModel> Columns(Random random, string table) =>
    [
        new("id", "integer", false),
        .. Names.Where(_ => random.Next(2) == 0).Select(name => (name, type: Types[random.Next(Types.Length)])).Select(column =>
            new ColumnModel(column.name, column.type, random.Next(2) == 0) { Needs = column.type == "mood" ? [Mood] : [], Default = column.type == "mood" ? "'x'::mood" : null }),
    ];

    private static List<ConstraintModel> Constraints(Random random, TableModel table, List<TableModel> all)
    {
        var result = new List<ConstraintModel> { Constraint(table, ConstraintKind.Primary, ["id"], $"primary key (id)") };
        result.AddRange(table.Columns.Skip(1).Where(_ => random.Next(3) == 0).Select(column =>
            Constraint(table, ConstraintKind.Foreign, [column.Name], "") is var bare && all[random.Next(all.Count)] is var other
                ? bare with
                {
                    Definition = $"foreign key ({column.Name}) references {other.Name} (id)",
                    Create = $"alter table {table.Name} add constraint {bare.Name} foreign key ({column.Name}) references {other.Name} (id)",
                    Reference = new(other.Key, ["id"]),
                }
                : bare));
        result.AddRange(table.Columns.Skip(1).Where(_ => random.Next(3) == 0).Select(column => Constraint(table, ConstraintKind.Check, [column.Name], $"check ({column.Name} > {random.Next(2)})")));
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
            IsUnique = random.Next(4) == 0,
            Create = $"create index {table.Name}_{column.Name} on {table.Name} ({column.Name})",
            Drop = $"drop index {table.Name}_{column.Name}",
        }),
    ];

    private static IEnumerable<ObjectModel> Routines(Random random) => Names.Where(_ => random.Next(3) == 0).Select(name => new ObjectModel(new(ObjectKind.Function, $"f_{name}(mood)"))
    {
        Create = $"create function f_{name}(mood) {random.Next(2)}",
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
