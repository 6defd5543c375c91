namespace Dowel.Migrations.Tests;

public sealed class VariantTests
{
    [Theory]
    [InlineData("V1__x.sql", "V1__x.postgres.sql")]
    [InlineData("V1__x.sql", "V1__other.POSTGRES.sql")]
    [InlineData("V1__x.sql", "postgres/V1__x.sql")]
    [InlineData("V1__x.sql", "postgres/deeper/V1__x.postgres.sql")]
    [InlineData("R__x.sql", "R__x.postgres.sql")]
    [InlineData("001_x.sql", "001_x.postgres.sql")]
    [InlineData("001_x.up.sql", "001_x.up.postgres.sql")]
    [InlineData("001_x.up.sql", "001_x.postgres.up.sql")]
    [InlineData("001_x.up.sql", "Postgres/001_x.up.sql")]
    public void A_variant_replaces_the_shared_file_on_its_database_only(string shared, string variant)
    {
        Loading.Load(TestDialect.Postgres, null, shared, variant).Scripts.ShouldHaveSingleItem().Path.ShouldBe(variant);
        Loading.Load(TestDialect.Sqlite, null, shared, variant).Scripts.ShouldHaveSingleItem().Path.ShouldBe(shared);
    }

    [Fact]
    public void A_version_of_another_database_does_not_exist_here()
    {
        string[] names = ["V1__x.sql", "V2__x.postgres.sql", "U2__x.sql", "sqlite/V3__x.sql"];

        Loading.Summary(Loading.Load(TestDialect.Postgres, null, names)).ShouldBe("Versioned 1 x | Versioned 2 x | Undo 2 x");
        Loading.Summary(Loading.Load(TestDialect.Sqlite, null, names)).ShouldBe("Versioned 1 x | Versioned 3 x");
    }

    [Fact]
    public void Pairs_agree_in_version_and_may_differ_in_description()
    {
        var set = Loading.Load("01_add.up.sql", "0001_remove.down.sql", "02_only.up.sql");

        set.Errors.ShouldBeEmpty();
        Loading.Summary(set).ShouldBe("Versioned 01 add | Versioned 02 only | Undo 0001 remove");
    }

    [Fact]
    public void A_down_without_an_up_is_refused()
    {
        var error = Loading.Load("01_x.up.sql", "02_x.down.sql").Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1001");
        error.Problem.ShouldBe("'02_x.down.sql' takes version 02 back, but no script makes version 02.");
    }

    [Fact]
    public void A_down_of_a_version_for_another_database_is_left_out()
    {
        var set = Loading.Load(TestDialect.Sqlite, null, "01_x.up.sql", "02_x.up.postgres.sql", "02_x.down.sql");

        set.Errors.ShouldBeEmpty();
        Loading.Summary(set).ShouldBe("Versioned 01 x");
    }

    [Theory]
    [InlineData("V1__a.sql", "V001__b.sql", "both version 001.")]
    [InlineData("V1.0__a.sql", "V1__b.sql", "both version 1.")]
    [InlineData("V1__a.postgres.sql", "postgres/V1__a.sql", "both version 1 for postgres.")]
    [InlineData("V1__a.sqlite.sql", "sqlite/V1__a.sql", "both version 1 for sqlite.")]
    [InlineData("R__a_b.sql", "x/R__a_b.sql", "both the repeatable script 'a b'.")]
    [InlineData("U1__a.sql", "U1__b.sql", "both undo of version 1.")]
    public void Two_files_for_one_script_are_refused_and_both_named(string first, string second, string what)
    {
        var error = Loading.Load(first, second).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1002");
        error.Problem.ShouldBe($"'{first}' and '{second}' are {what}");
        error.Location!.Value.File.ShouldBe(second);
    }

    [Fact]
    public void Versions_count_across_sources()
    {
        var set = ScriptSetLoader.Load(
            [MemorySource.Of("V1__a.sql", "V2__a.sql"), MemorySource.Of("V2__a.sql", "V3__a.sql")], TestDialect.Sqlite);

        set.Errors.ShouldHaveSingleItem().Problem.ShouldBe("'V2__a.sql' and 'V2__a.sql' (in 'memory' and 'memory') are both version 2.");
        set.Scripts.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("V1__x.postgres.sqlite.sql")]
    [InlineData("postgres/V1__x.sqlite.sql")]
    public void A_file_marked_for_two_databases_is_refused(string name)
    {
        var error = Loading.Load("V2__x.sql", name).Errors.ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL1001");
        error.Problem.ShouldBe($"'{name}' is marked for two databases.");
    }
}
