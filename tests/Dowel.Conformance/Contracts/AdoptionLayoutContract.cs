namespace Dowel.Conformance;

public abstract class AdoptionLayoutContract(Engine engine) : Contract(engine)
{
    [Theory]
    [InlineData("goose", "00001_a.sql|00002_b.sql|00003_c.sql", "-- +goose Up\n", "-- +goose Down\nselect 1;\n")]
    [InlineData("dbmate", "001_a.sql|002_b.sql|003_c.sql", "-- migrate:up\n", "-- migrate:down\nselect 1;\n")]
    [InlineData("diesel", "2024-01-01-000000_a/up.sql|2024-01-02-000000_b/up.sql|2025-01-01-000000_c/up.sql", "", "")]
    [InlineData("golang-migrate", "1_a.up.sql|2_b.up.sql|3_c.up.sql", "", "")]
    [InlineData("sqlx", "1_a.sql|2_b.sql|3_c.sql", "", "")]
    [InlineData("drizzle", "0000_a.sql|0001_b.sql|0002_c.sql", "", "")]
    [InlineData("dbup", "Script001_a.sql|Script002_b.sql|Script003_c.sql", "", "")]
    public async Task A_folder_as_the_tool_has_it_goes_on(string tool, string files, string head, string foot)
    {
        var table = await MakeAsync(tool);
        var names = files.Split('|');
        for (var i = 0; i < names.Length; i++)
        {
            Remove(table.Files[i]);
            Write(names[i], $"{head}create table {"abc"[i]} (id bigint);\n{foot}");
        }

        if (tool == "dbup")
        {
            await Database.ExecuteAsync("update schemaversions set ScriptName = replace(replace(ScriptName, '001', 'Script001'), '002', 'Script002')");
        }

        if (tool == "drizzle")
        {
            Write("meta/_journal.json", """
                {"version":"7","dialect":"postgresql","entries":[{"idx":0,"version":"7","when":1700000000000,"tag":"0000_a","breakpoints":true},
                {"idx":1,"version":"7","when":1700000001000,"tag":"0001_b","breakpoints":true},{"idx":2,"version":"7","when":1700000002000,"tag":"0002_c","breakpoints":true}]}
                """);
        }

        Load().Errors.ShouldBeEmpty();
        (await AdoptAsync()).Rows.Count.ShouldBe(2);
        (await UpAsync()).Applied.Count.ShouldBe(1);
        (await UpAsync()).Applied.ShouldBeEmpty();
        (await Database.QueryAsync("select count(*) from c")).ShouldBe("0");
    }

    [Theory]
    [InlineData("goose", "-- +goose Up\n-- +goose Down\nselect 1;\n")]
    [InlineData("dbmate", "-- migrate:up\n\n-- migrate:down\n")]
    public async Task A_section_that_was_left_empty_and_has_run_is_in_nobody_s_way(string tool, string text)
    {
        var table = await MakeAsync(tool);
        Write(table.Files[0], text.Replace("Up\n", "Up\ncreate table a (id bigint);\n", StringComparison.Ordinal).Replace(":up\n", ":up\ncreate table a (id bigint);\n", StringComparison.Ordinal));
        Write(table.Files[1], text);
        Write(table.Files[2], text);

        (await AdoptAsync()).Rows.Count.ShouldBe(2);

        var error = (await RefusedAsync()).Errors.ShouldHaveSingleItem();
        (error.Code, error.Location!.Value.File).ShouldBe(("DWL1008", table.Files[2]));
    }
}

public sealed class SqliteAdoptionLayout() : AdoptionLayoutContract(Engine.Sqlite);

public sealed class PostgresAdoptionLayout() : AdoptionLayoutContract(Engine.Postgres);
