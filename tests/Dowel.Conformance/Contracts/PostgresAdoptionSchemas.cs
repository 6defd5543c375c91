using Dowel.Migrations;

namespace Dowel.Conformance;

/// <summary>Tables of other tools in other schemas than the run's.</summary>
public sealed class PostgresAdoptionSchemas() : Contract(Engine.Postgres)
{
    [Theory]
    [InlineData("drizzle")]
    [InlineData("grate")]
    public async Task A_table_in_the_tool_s_own_schema_stands_in_the_way_of_every_schema(string tool)
    {
        await MakeAsync(tool);
        Schema = "public";

        (await RefusedAsync()).Code.ShouldBe("DWL1040");
        (await AdoptAsync()).Rows.Count.ShouldBe(2);
        (await UpAsync()).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_table_off_the_search_path_is_found_where_no_schema_is_asked_for()
    {
        await Database.ExecuteAsync("create schema ef");
        await MakeAsync("ef", "ef.\"__EFMigrationsHistory\"");
        var refusal = await RefusedAsync();
        refusal.Code.ShouldBe("DWL1040");
        refusal.Problem.ShouldContain("ef.__EFMigrationsHistory");

        (await AdoptAsync()).Table.ShouldBe("ef.__EFMigrationsHistory");
        (await UpAsync()).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_table_of_another_schema_is_taken_over_when_it_is_named_with_its_schema_alone()
    {
        await MakeAsync("golang-migrate");
        Schema = "tenant";
        foreach (var from in new[] { null, "golang-migrate", "schema_migrations" })
        {
            var error = (await Should.ThrowAsync<MigrationRefusedException>(() => AdoptAsync(from))).Errors.ShouldHaveSingleItem();
            error.Code.ShouldBe("DWL1041");
            error.Problem.ShouldContain("of the schema tenant");
            error.Problem.ShouldContain("golang-migrate's public.schema_migrations");
            error.Remedy.ShouldContain("--from public.schema_migrations.");
        }

        (await AdoptAsync("public.schema_migrations")).Rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_schemas_one_has_to_be_named()
    {
        await MakeAsync("golang-migrate");
        await Database.ExecuteAsync("create schema other;" + ForeignTables.Of("goose").Create(Engine.Dialect, "other.goose_db_version"));

        (await RefusedAsync()).Problem.ShouldContain("public.schema_migrations");
        (await Should.ThrowAsync<MigrationRefusedException>(() => AdoptAsync())).Errors.ShouldHaveSingleItem().Code.ShouldBe("DWL1042");
        (await AdoptAsync("golang-migrate")).Rows.Count.ShouldBe(2);
    }
}
