using Dowel.Postgres;
using Dowel.Schema;
using Dowel.Sqlite;
using static Dowel.Contracts.Tests.Shop;

namespace Dowel.Contracts.Tests;

/// <summary>What of a table belongs to its record, and what stays as the scripts have it.</summary>
public sealed class RecordOverlayTests
{
    private static readonly ObjectKey Users = new(ObjectKind.Table, "users");
    private static readonly RepositoryContract Record = Of("users", Id(), Column("name"));
    private static readonly TableModel Made = Table(Plain("id", "bigint"), Plain("name", "text") with { Collation = "\"C\"" }) with { Constraints = [Primary] };

    private static ConstraintModel Primary => Key("users_pkey", ConstraintKind.Primary, "id");

    [Fact]
    public void A_new_table_is_the_records_and_one_without_a_record_stays()
    {
        var other = new TableModel("logs", TableKind.Table, [Plain("at", "text")]);

        var wanted = Apply(new([other]), new([Made]), Record);

        wanted.Tables.ShouldBe([other, Made]);
        RecordOverlay.Unrecorded(new([other, Made]), [Record]).ShouldBe([other]);
    }

    [Fact]
    public void A_table_that_was_only_spoken_of_is_not_wanted() =>
        Apply(DatabaseModel.Empty, new([Made, new("teams", TableKind.Table, [])]), Record).Tables.ShouldBe([Made]);

    [Fact]
    public void A_record_of_a_view_makes_no_table()
    {
        var view = new TableModel("users", TableKind.View, [Plain("id", "bigint")]);

        Apply(new([view]), new([Made]), Record).Tables.ShouldBe([view]);
    }

    [Fact]
    public void Columns_keep_the_scripts_order_and_new_ones_come_last()
    {
        var found = Table(Plain("name", "text"), Plain("old", "text"), Plain("id", "bigint"), Plain("lower", "text") with { Generation = Generation.Computed, Expression = "lower(name)" });
        var made = Made with { Columns = [.. Made.Columns, Plain("age", "integer")] };

        Overlaid(found, made, Record).Columns.Select(column => column.Name).ShouldBe(["name", "id", "lower", "age"]);
    }

    [Theory]
    [InlineData("postgres", "text", "text", "character varying(20)", "character varying(20)")]
    [InlineData("postgres", "json", "jsonb", "json", "json")]
    [InlineData("postgres", "bigint", "bigint", "integer", "bigint")]
    [InlineData("postgres", "numeric(9,2)", "numeric(9,2)", "numeric(12,2)", "numeric(12,2)")]
    [InlineData("postgres", "numeric(9,2)", "numeric(9,2)", "numeric(9,4)", "numeric(9,2)")]
    [InlineData("sqlite", "bigint", "integer", "bigint", "bigint")]
    [InlineData("sqlite", "uuid", "text", "blob", "text")]
    [InlineData("sqlite", "bytes", "blob", "bytea", "bytea")]
    [InlineData("sqlite", "text", "text", "integer", "text")]
    public void A_type_that_holds_the_values_stays(string engine, string type, string made, string found, string expected)
    {
        ContractType.TryParse(type, out var said).ShouldBeTrue();
        var record = Of("users", Column("value", said));

        Overlaid(Table(Plain("value", found)), Table(Plain("value", made)), record, engine).Columns[0].Type.ShouldBe(expected);
    }

    [Fact]
    public void Null_and_default_are_the_records_and_a_collation_is_not()
    {
        var found = Table(Plain("id", "bigint"), Plain("name", "text") with { IsNullable = true, Default = "'x'::text", Clauses = "on conflict fail" });

        var name = Overlaid(found, Made, Record).Columns[1];

        name.ShouldBe(Plain("name", "text") with { Clauses = "on conflict fail", Needs = name.Needs });
    }

    [Fact]
    public void A_default_that_is_printed_with_another_type_is_the_same()
    {
        var found = Table(Plain("name", "character varying") with { Default = "'x'::character varying" });
        var made = Table(Plain("name", "text") with { Default = "'x'::text" });

        Overlaid(found, made, Of("users", Column("name"))).Columns[0].Default.ShouldBe("'x'::character varying");
    }

    [Fact]
    public void Whoever_makes_the_values_of_an_identity_goes_on()
    {
        var serial = Plain("id", "bigint") with { Default = "nextval('users_id_seq'::regclass)", Generation = Generation.Identity, Needs = [new(ObjectKind.Sequence, "users_id_seq")] };
        var made = Table(Plain("id", "bigint") with { Generation = Generation.Identity });

        Overlaid(Table(serial), made, Of("users", Id() with { IsIdentity = true })).Columns[0].ShouldBe(serial);
        var sent = Overlaid(Table(serial), Table(Plain("id", "bigint")), Of("users", Id())).Columns[0];
        (sent.Generation, sent.Default, sent.Needs.Count).ShouldBe((Generation.None, null, 0));
    }

    [Fact]
    public void Keys_are_the_records_and_what_does_as_much_stays()
    {
        var found = Made with
        {
            Constraints =
            [
                Primary with { Key = Part(ObjectKind.Constraint, "pk_users") },
                Key("a", ConstraintKind.Unique, "id", "name"),
                Key("b", ConstraintKind.Unique, "name"),
                Key("c", ConstraintKind.Unique, "name") with { Definition = "unique nulls not distinct (name)" },
            ],
            Indexes = [Index("d", "name") with { IsUnique = true }, Index("e", "id") with { IsUnique = true }],
        };
        var made = Made with { Constraints = [Primary, Key("users_name_id_key", ConstraintKind.Unique, "name", "id"), Key("users_id_key", ConstraintKind.Unique, "id")] };

        var wanted = Overlaid(found, made, Record);

        wanted.Constraints.Select(key => key.Name).ShouldBe(["pk_users", "a", "c"]);
        wanted.Indexes.Select(index => index.Name).ShouldBe(["e"]);
    }

    [Fact]
    public void Another_primary_key_takes_the_place_of_the_old_one()
    {
        var found = Made with { Constraints = [Key("users_pkey", ConstraintKind.Primary, "name")] };

        Overlaid(found, Made, Record).Constraints.ShouldHaveSingleItem().Columns.ShouldBe(["id"]);
        Overlaid(found, Made with { Constraints = [] }, Of("users", Column("id", BigInt), Column("name"))).Constraints.ShouldHaveSingleItem().Columns.ShouldBe(["name"]);
    }

    [Theory]
    [InlineData("restrict", "no action", null, "fk")]
    [InlineData("cascade", "no action", null, "users_name_fkey")]
    [InlineData("cascade", "cascade", "deferrable", "fk")]
    [InlineData(null, "cascade", null, "")]
    [InlineData(null, "cascade", "deferrable", "fk")]
    [InlineData(null, "set default", null, "fk")]
    public void A_reference_is_the_records_but_for_what_it_cannot_say(string? wanted, string found, string? deferral, string expected)
    {
        var made = Made with { Constraints = wanted is null ? [Primary] : [Primary, Foreign("users_name_fkey", wanted)] };
        var fk = Foreign("fk", found);
        fk = fk with { Reference = fk.Reference! with { Deferral = deferral } };

        var names = Overlaid(Made with { Constraints = [Primary, fk] }, made, Record, others: Of("teams", Id())).Constraints.Skip(1).Select(key => key.Name);

        string.Join(',', names).ShouldBe(expected);
    }

    [Fact]
    public void A_reference_to_another_table_takes_the_place_of_the_one_before()
    {
        var old = Foreign("fk", "cascade");
        old = old with { Reference = old.Reference! with { Table = new(ObjectKind.Table, "clubs") } };

        Overlaid(Made with { Constraints = [Primary, old] }, Made with { Constraints = [Primary, Foreign("users_name_fkey", "cascade")] }, Record, others: Of("teams", Id()))
            .Constraints.Skip(1).ShouldHaveSingleItem().Reference!.Table.Name.ShouldBe("teams");
    }

    [Fact]
    public void A_reference_to_a_table_without_a_record_stays() =>
        Overlaid(Made with { Constraints = [Primary, Foreign("fk", "cascade")] }, Made, Record).Constraints.Count.ShouldBe(2);

    [Fact]
    public void The_way_to_the_owner_stays_guarded_by_its_reference()
    {
        var owned = Record.With(table => table with { Owner = new("name", [new("teams", "id", "owner_id", Uuid)]) });

        Overlaid(Made with { Constraints = [Primary, Foreign("fk", "cascade")] }, Made, owned, others: Of("teams", Id())).Constraints.Count.ShouldBe(2);
    }

    [Fact]
    public void A_column_that_is_there_gets_no_rule_that_nobody_has_said()
    {
        var record = Of("users", Column("a", new(ContractWord.Json)), Column("b", new(ContractWord.Json)));
        var made = Table(Plain("a", "text"), Plain("b", "text")) with { Constraints = [Check("users_a_check", "json_valid(a)") with { Columns = ["a"] }, Check("users_b_check", "json_valid(b)") with { Columns = ["b"] }] };

        Overlaid(Table(Plain("a", "text")), made, record, "sqlite").Constraints.Select(key => key.Name).ShouldBe(["users_b_check"]);
    }

    [Fact]
    public void Checks_are_kept_but_for_those_that_the_record_says_otherwise()
    {
        var found = Made with { Constraints = [Primary, Check("kept", "id > 0"), Check("same", "name <> ''"), Check("users_name_check", "name > 'a'")] };
        var made = Made with { Constraints = [Primary, Check("users_check", "name <> ''"), Check("users_name_check", "name > 'b'")] };

        Overlaid(found, made, Record).Constraints.Select(key => $"{key.Name}: {key.Definition}")
            .ShouldBe(["users_pkey: primary key", "kept: check (id > 0)", "same: check (name <> '')", "users_name_check: check (name > 'b')"]);
    }

    [Theory]
    [InlineData("name = any (array['a'::text, 'b'::text])", "name = any (array['a'::text, 'it''s'::text, 'c'::text])")]
    [InlineData("name in ('a', 'b')", "name in ('a')")]
    [InlineData("name in ('a', 'b')", "name in ('b', 'a')", "users_chk")]
    public void The_check_of_other_labels_gives_way_whatever_its_name(string found, string made, string expected = "users_name_check")
    {
        var record = Of("users", Id(), Column("name") with { Labels = ["a", "b"] });

        var wanted = Overlaid(Made with { Constraints = [Primary, Check("users_chk", found)] }, Made with { Constraints = [Primary, Check("users_name_check", made)] }, record);

        wanted.Constraints.Skip(1).ShouldHaveSingleItem().Name.ShouldBe(expected);
    }

    [Fact]
    public void Indexes_are_the_records_but_for_what_it_cannot_say()
    {
        var found = Made with
        {
            Indexes =
            [
                Index("same", "name"), Index("gone", "name", "id"), Index("some", "id") with { Predicate = "id > 5" },
                Index("other", "name") with { Create = "create index other on users using hash (name)" },
                Index("expr") with { Parts = ["lower(name)"] }, Index("more", "id") with { Create = "create index more on users (id) include (name)" },
                Index("users_id_idx", "id") with { Predicate = "id > 0" },
            ],
        };
        var made = Made with { Indexes = [Index("users_name_idx", "name"), Index("users_id_idx", "id"), Index("users_id_name_idx", "id", "name")] };

        Overlaid(found, made, Record).Indexes.Select(index => index.Name)
            .ShouldBe(["same", "some", "other", "expr", "more", "users_id_idx", "users_id_name_idx"]);
    }

    [Fact]
    public void What_no_record_says_stays_unless_a_word_drops_it()
    {
        var found = Made with
        {
            Constraints =
            [
                Primary, Key("users_name_key", ConstraintKind.Unique, "name"), Foreign("fk", "cascade"), Check("named", "name <> ''"),
                Check("", "id > 0"),
            ],
            Indexes = [Index("plain", "name"), Index("some", "id") with { Predicate = "id > 5" }, Index("wanted", "name", "id")],
        };
        var made = Made with { Indexes = [Index("wanted", "id", "name")] };
        var (kept, dropped) = (new UnsaidParts([]), new UnsaidParts(["drop-index:users.plain", "drop-index:users.some", "drop-constraint:users.fk", "drop-constraint:users.users_id_check", "drop-index:users.wanted"]));

        var all = Overlaid(kept);
        var rest = Overlaid(dropped);

        all.Constraints.ShouldBe(found.Constraints);
        all.Indexes.Select(index => index.Create).ShouldBe([.. found.Indexes.Take(2).Concat(made.Indexes).Select(index => index.Create)]);
        kept.Kept.Select(part => $"{part.Kind} {part.Word}").ShouldBe(
            ["unique key drop-constraint:users.users_name_key", "foreign key drop-constraint:users.fk", "check drop-constraint:users.named", "check drop-constraint:users.users_id_check", "index drop-index:users.plain"]);
        rest.Constraints.Select(key => key.Name).ShouldBe(["users_pkey", "users_name_key", "named"]);
        rest.Indexes.Select(index => index.Name).ShouldBe(["wanted"]);
        dropped.Used.Order(StringComparer.Ordinal).ShouldBe(["drop-constraint:users.fk", "drop-constraint:users.users_id_check", "drop-index:users.plain", "drop-index:users.some"]);

        TableModel Overlaid(UnsaidParts unsaid) => RecordOverlay.Apply(new([found]), new([made]), [Record, Of("teams", Id())], new PostgresRecords(), unsaid).Tables[0];
    }

    [Theory]
    [InlineData("text", "'x'::text", null, "'x'::text")]
    [InlineData("text", "'x'::text", "'y'::text", "'y'::text")]
    [InlineData("integer", "5", null, "5")]
    [InlineData("mood", "'x'::mood", null, "'x'::text")]
    public void A_default_that_no_record_says_stays_unless_a_word_drops_it(string type, string found, string? said, string expected)
    {
        var (kept, word) = (new UnsaidParts([]), "drop-default:users.name");
        var dropped = new UnsaidParts([word]);

        Default(kept).ShouldBe(expected);
        Default(dropped).ShouldBe(said);
        kept.Kept.Select(part => (part.Place, part.Word)).ShouldBe(said is null ? [("default of users.name", word)] : []);
        dropped.Used.ShouldBe(said is null ? [word] : []);

        string? Default(UnsaidParts unsaid) => RecordOverlay.Apply(
            new([Table(Plain("name", type) with { Default = found })]), new([Table(Plain("name", "text") with { Default = said })]), [Of("users", Column("name"))], new PostgresRecords(), unsaid).Tables[0].Columns[0].Default;
    }

    [Fact]
    public void Row_security_that_no_record_asks_for_stays_unless_a_word_takes_it_down()
    {
        var silent = Record.With(table => table with { Owner = new("id", []) });
        var (kept, dropped) = (new UnsaidParts([]), new UnsaidParts(["drop-row-security:users"]));
        ObjectModel[] wall = [Security("enable"), Security("force"), Policy("users_owner", "x")];

        Over(kept).ShouldBe(wall);
        Over(dropped).ShouldBeEmpty();
        kept.Kept.ShouldHaveSingleItem().Place.ShouldBe("row security of users");
        dropped.Used.ShouldBe(["drop-row-security:users"]);

        IReadOnlyList<ObjectModel> Over(UnsaidParts unsaid) =>
            RecordOverlay.Apply(new([Made]) { Objects = wall }, new([Made]), [silent], new PostgresRecords(), unsaid).Objects;
    }

    [Fact]
    public void A_reference_with_another_action_is_changed_where_silence_keeps()
    {
        var unsaid = new UnsaidParts([]);

        var wanted = RecordOverlay.Apply(
            new([Made with { Constraints = [Primary, Foreign("fk", "cascade")] }]), new([Made with { Constraints = [Primary, Foreign("users_name_fkey", "restrict")] }]), [Record, Of("teams", Id())], new PostgresRecords(), unsaid);

        wanted.Tables[0].Constraints.Select(key => key.Name).ShouldBe(["users_pkey", "users_name_fkey"]);
        unsaid.Kept.ShouldBeEmpty();
    }

    [Fact]
    public void A_column_that_goes_takes_with_it_what_is_about_it()
    {
        var sequence = new ObjectKey(ObjectKind.Sequence, "old_seq");
        var found = Made with
        {
            Columns = [.. Made.Columns, Plain("old", "bigint") with { Needs = [sequence] }],
            Constraints = [Primary, Check("old_check", "old > 0") with { Columns = ["old"] }],
            Indexes = [Index("old_expr") with { Parts = ["abs(old)"] }, Index("old_some", "id") with { Predicate = "old > 0" }, Index("older") with { Parts = ["abs(older)"] }],
        };
        var scripts = new DatabaseModel([found])
        {
            Objects =
            [
                new(sequence), new(new(ObjectKind.Setting, "old_seq", "owned by")), new(new(ObjectKind.Comment, "column users.old")), new(new(ObjectKind.Comment, "column users.name")),
                new(new(ObjectKind.Grant, "column users.old", "app")), new(new(ObjectKind.Comment, "index users.old_some")), new(new(ObjectKind.Setting, "users", "old statistics")) { Needs = [Users.Column("old")] },
                new(new(ObjectKind.Trigger, "users", "t")), new(new(ObjectKind.Function, "f()")),
            ],
        };

        var wanted = Apply(scripts, new([Made]), Record);

        wanted.Tables[0].Constraints.ShouldHaveSingleItem();
        wanted.Tables[0].Indexes.Select(index => index.Name).ShouldBe(["older"]);
        wanted.Objects.Select(each => each.Key.ToString()).ShouldBe(["comment column users.name", "trigger users.t", "function f()"]);
    }

    [Fact]
    public void Row_security_is_the_records()
    {
        var owned = Record.With(table => table with { Owner = new("id", []), HasRowSecurity = true });
        ObjectModel[] made = [Security("enable"), Security("force"), Policy("users_owner", "new")];
        ObjectModel[] old = [Security("enable"), Policy("users_owner", "old"), Policy("audit", "x"), new(new(ObjectKind.Function, "f()"))];

        Keys(old, made, owned).ShouldBe(["audit: x", "f(): ", "row security: alter table users enable row level security", "row security forced: alter table users force row level security", "users_owner: new"]);
        var withdrawn = owned.With(table => table with { HasRowSecurity = false });
        Keys(old, [], withdrawn).ShouldBe(["row security: alter table users enable row level security", "audit: x", "f(): "]);
        Keys(made, [], withdrawn).ShouldBeEmpty();
        Keys(old, [], Record).Length.ShouldBe(4);

        static string[] Keys(ObjectModel[] scripts, ObjectModel[] records, RepositoryContract record) =>
            [.. Apply(new([Made]) { Objects = scripts }, new([Made]) { Objects = records }, record).Objects.Select(each => $"{each.Key.Part ?? each.Key.Name}: {each.Create}")];
    }

    private static ObjectModel Security(string verb) =>
        new(new(ObjectKind.Setting, "users", verb == "force" ? "row security forced" : "row security")) { Create = $"alter table users {verb} row level security" };

    private static ObjectModel Policy(string name, string text) => new(new(ObjectKind.Policy, "users", name)) { Create = text };

    private static DatabaseModel Apply(DatabaseModel scripts, DatabaseModel records, params RepositoryContract[] contracts) =>
        RecordOverlay.Apply(scripts, records, contracts, new PostgresRecords());

    private static TableModel Overlaid(TableModel found, TableModel made, RepositoryContract record, string engine = "postgres", RepositoryContract? others = null) =>
        RecordOverlay.Apply(new([found]), new([made]), others is null ? [record] : [record, others], engine == "sqlite" ? new SqliteRecords() : new PostgresRecords()).Tables[0];

    private static TableModel Table(params ColumnModel[] columns) => new("users", TableKind.Table, columns);

    private static ColumnModel Plain(string name, string type) => new(name, type, IsNullable: false);

    private static ObjectKey Part(ObjectKind kind, string name) => new(kind, "users", name);

    private static ConstraintModel Key(string name, ConstraintKind kind, params string[] columns) => new(Part(ObjectKind.Constraint, name), kind, columns)
    {
        Definition = kind == ConstraintKind.Primary ? "primary key" : $"unique ({string.Join(", ", columns)})",
    };

    private static ConstraintModel Check(string name, string sql) =>
        new(Part(ObjectKind.Constraint, name), ConstraintKind.Check, [sql.Split(' ')[0]]) { Definition = $"check ({sql})" };

    private static ConstraintModel Foreign(string name, string rule) => new(Part(ObjectKind.Constraint, name), ConstraintKind.Foreign, ["name"])
    {
        Reference = new(new(ObjectKind.Table, "teams"), ["id"]) { OnDelete = rule },
    };

    private static IndexModel Index(string name, params string[] columns) => new(Part(ObjectKind.Index, name), columns)
    {
        Columns = columns.Length == 0 ? null : columns,
        Create = $"create index {name} on users ({string.Join(", ", columns)})",
    };
}
