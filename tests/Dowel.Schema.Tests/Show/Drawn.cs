namespace Dowel.Schema.Tests;

/// <summary>A database with a name for every rule of the pictures.</summary>
internal static class Drawn
{
    public static DatabaseModel Shop { get; } = new(
    [
        Table("users", [new("id", "bigint", false) { Generation = Generation.Identity }, new("email", "text", false), new("born", "timestamp with time zone", true) { Default = "now()" }]) with
        {
            Constraints = [Primary("users", "id"), Unique("users", "email")],
        },
        Table("order", [new("user id", "bigint", true), new("no", "numeric(10,2)", false), new("pk", "\"Odd\".mood", false), new("größe", "", true)]) with
        {
            Constraints = [Primary("order", "no", "pk"), Foreign("order", ["user id"], "users", "id") with { Reference = new(new(ObjectKind.Table, "users"), ["id"]) { OnDelete = "set null" } }],
            Indexes =
            [
                new(new(ObjectKind.Index, "order", "order_lower"), ["lower(pk)"]) { Create = "create index order_lower on \"order\" (lower(pk))" },
                new(new(ObjectKind.Index, "order", "order_some"), ["pk"]) { Predicate = "no > 1", Columns = ["pk"] },
            ],
        },
        Table("profiles", [new("user_id", "bigint", false)]) with
        {
            Schema = "crm", Constraints = [Primary("profiles", "user_id"), Foreign("profiles", ["user_id"], "users", "id")],
        },
        new("grown", TableKind.View, [new("id", "bigint", true)]) { Create = "create view grown as select id from users" },
    ])
    {
        Objects =
        [
            new EnumModel(new(ObjectKind.Enum, "mood"), ["sad", "very happy"]) { Create = "create type mood as enum ('sad', 'very happy')" },
            new(new(ObjectKind.Comment, "table users")) { Create = "comment on table users is 'who''s there'" },
            new(new(ObjectKind.Comment, "column users.born")) { Create = @"comment on column users.born is E'a \\ b'" },
            new(new(ObjectKind.Trigger, "users", "loud")) { Create = "create trigger loud …" },
        ],
        Unmodelled = ["cast bigint as mood"],
    };

    private static TableModel Table(string name, ColumnModel[] columns) => new(name, TableKind.Table, columns);

    private static ConstraintModel Primary(string table, params string[] columns) =>
        new(new(ObjectKind.Constraint, table, $"{table}_pkey"), ConstraintKind.Primary, columns) { Definition = $"primary key ({string.Join(", ", columns)})" };

    private static ConstraintModel Unique(string table, params string[] columns) =>
        new(new(ObjectKind.Constraint, table, $"{table}_key"), ConstraintKind.Unique, columns) { Definition = $"unique ({string.Join(", ", columns)})" };

    private static ConstraintModel Foreign(string table, string[] columns, string other, params string[] theirs) =>
        new(new(ObjectKind.Constraint, table, $"{table}_fkey"), ConstraintKind.Foreign, columns) { Definition = $"foreign key … references {other}", Reference = new(new(ObjectKind.Table, other), theirs) };
}
