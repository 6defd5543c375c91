namespace Dowel.Migrations.Tests;

public sealed class AssemblySourceTests
{
    private const string Dotted = "Dowel.Migrations.Tests.Resources.Dotted";
    private static readonly System.Reflection.Assembly Assembly = typeof(AssemblySourceTests).Assembly;

    public static TheoryData<string> Ways => ["loaded", "file"];

    [Theory, MemberData(nameof(Ways))]
    public void Dotted_resources_get_their_file_names_back(string way)
    {
        var set = ScriptSetLoader.Load([Open(way, Dotted)], TestDialect.Postgres);

        set.Errors.ShouldBeEmpty();
        Loading.Summary(set).ShouldBe("Versioned 1.1 add.users | Repeatable - views");
        set.Scripts[0].Path.ShouldBe(Dotted + ".V1_1__add.users.sql");
        set.Scripts[0].Text.ShouldBe("create table users (id integer);\n");
        set.Scripts[1].Text.ShouldBe("create view v as select 1::int;\n");
    }

    [Theory, MemberData(nameof(Ways))]
    public void Slashed_resources_are_paths(string way)
    {
        Text(TestDialect.Postgres).ShouldBe("create table orders (id integer);\n");
        Text(TestDialect.Sqlite).ShouldBe("create table orders (id integer) strict;\n");

        string Text(Dialect dialect) =>
            ScriptSetLoader.Load([Open(way, "shop/migrations/")], dialect).Scripts.ShouldHaveSingleItem().Text;
    }

    [Theory, MemberData(nameof(Ways))]
    public void A_prefix_that_finds_nothing_is_an_error(string way)
    {
        var error = Open(way, "shop/migration").Load().Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1003");
        error.Problem.ShouldContain("'shop/migration'");
        error.Remedy.ShouldStartWith($"It has '{Dotted}.");
    }

    [Fact]
    public void An_assembly_that_embeds_no_script_is_an_error()
    {
        var error = new AssemblySource(typeof(FactAttribute).Assembly).Load().Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1003");
        error.Problem.ShouldBe("'xunit.v3.core' has no .sql resource.");
        error.Remedy.ShouldStartWith("Embed the scripts: ");
    }

    [Fact]
    public void Without_a_prefix_the_part_migrations_decides()
    {
        Names("Shop.Migrations.V1__x.sql", "Shop.Seeds.V1__y.sql", "notes/Migrations.txt").ShouldBe(["V1__x.sql"]);
        Names("shop/MIGRATIONS/sub/V1__x.sql", "shop/seeds/V1__y.sql").ShouldBe(["sub/V1__x.sql"]);
        Names(@"Shop.Migrations\postgres\V1__x.sql", "V9__migrations.sql").ShouldBe(["postgres/V1__x.sql"]);
        Names("Shop.Sql.V1__x.sql", "V2__drop.migrations.sql").ShouldBe(["V1__x.sql", "V2__drop.migrations.sql"]);
    }

    [Theory]
    [InlineData("Shop.Migrations.1.2_x.sql", "1.2_x.sql")]
    [InlineData("Shop.Migrations.000001_x.up.postgres.sql", "000001_x.up.postgres.sql")]
    [InlineData("Shop.Migrations.Postgres.V1__x.sql", "postgres/V1__x.sql")]
    [InlineData("Shop.Migrations._2026.V1__x.sql", "V1__x.sql")]
    [InlineData("Shop.Migrations.v1_x.sql", "v1_x.sql")]
    [InlineData("Shop.Migrations.old.v1_x.sqlite.sql", "v1_x.sqlite.sql")]
    [InlineData("Shop.Migrations.sqlite.init.sql", "sqlite/init.sql")]
    [InlineData("Shop.Migrations.up.sql", "up.sql")]
    public void A_dotted_name_is_undone(string resource, string name) => Names(resource).ShouldBe([name]);

    [Fact]
    public void A_file_that_is_no_assembly_is_an_error()
    {
        var path = Path.GetTempFileName();
        foreach (var bytes in new[] { [], "select 1;"u8.ToArray(), File.ReadAllBytes(Assembly.Location)[..4096] })
        {
            File.WriteAllBytes(path, bytes);
            var error = new AssemblyFileSource(path).Load().Errors.ShouldHaveSingleItem();
            error.Code.ShouldBe("DWL1003");
            error.Problem.ShouldBe($"'{path}' is not a .NET assembly.");
        }

        File.Delete(path);
        Should.Throw<FileNotFoundException>(() => new AssemblyFileSource(path).Load());
    }

    [Fact]
    public void A_damaged_assembly_does_not_throw()
    {
        var good = File.ReadAllBytes(Assembly.Location);
        var random = new Random(20261121);
        var path = Path.GetTempFileName();
        for (var i = 0; i < 150; i++)
        {
            var bytes = good[..(i % 7 == 0 ? random.Next(good.Length) : good.Length)];
            for (var hits = i % 30; hits >= 0 && bytes.Length > 0; hits--)
            {
                bytes[random.Next(i % 2 == 0 ? Math.Min(1024, bytes.Length) : bytes.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(path, bytes);
            Should.NotThrow(() => new AssemblyFileSource(path).Load(), $"round {i}");
        }

        File.Delete(path);
    }

    [Fact]
    public void A_file_is_not_held_open_or_loaded()
    {
        var path = Path.Join(Path.GetTempPath(), Guid.NewGuid() + ".dll");
        File.Copy(Assembly.Location, path);
        var files = new AssemblyFileSource(path, Dotted).Load();
        File.Delete(path);

        ScriptSetLoader.Load([new AssemblyFileSource(Assembly.Location, Dotted)], TestDialect.Sqlite).Scripts.Count.ShouldBe(2);
        files.Files.Count.ShouldBe(3);
        files.Files.ShouldAllBe(file => file.Open().Length > 0);
    }

    private static IScriptSource Open(string way, string? prefix) =>
        way == "file" ? new AssemblyFileSource(Assembly.Location, prefix) : new AssemblySource(Assembly, prefix);

    private static IEnumerable<string> Names(params string[] resources) =>
        ResourceNames.Select("test", resources, null, _ => Stream.Null).Files.Select(file => file.Name);
}
