namespace Dowel.Conformance;

/// <summary>Rows that stand in the script, as <c>pg_dump</c> writes them.</summary>
public abstract class CopyContract(Engine engine) : Contract(engine)
{
    private const string Table = "create table a (id int primary key, note text);\n";

    [Fact]
    public async Task Text_rows_are_loaded()
    {
        await UpAsync("V1__a.sql", Table + "copy a (id, note) from stdin;\n1\tone; two\n2\t\\N\n3\tgrün \\\\ \n\\.\ninsert into a values (4, 'x');");

        (await Database.QueryAsync("select id, note from a order by id")).ShouldBe("1|one; two,2|,3|grün \\ ,4|x");
    }

    [Fact]
    public async Task Csv_rows_are_loaded()
    {
        await UpAsync("V1__a.sql", Table + "copy a from stdin with (format csv, header);\nid,note\n1,\"a, \"\"b\"\"\nc\"\n\\.\n");

        (await Database.QueryAsync("select note from a")).ShouldBe("a, \"b\"\nc");
    }

    [Fact]
    public async Task No_rows_are_fine()
    {
        await UpAsync("V1__a.sql", Table + "copy a from stdin;\n\\.\n");

        (await Database.QueryAsync("select count(*) from a")).ShouldBe("0");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-- dowel: transaction=none\n")]
    public async Task A_row_that_fails_is_told_by_its_line_and_none_is_kept(string head)
    {
        Write("V1__a.sql", head + Table + "copy a from stdin;\n1\tone\n2\ttwo\nthree\t3\n4\tfour\n\\.\n");

        var error = await FailsAsync();

        error.Errors[0].Location!.Value.Line.ShouldBe(head.Length > 0 ? 6 : 5);
        (await Database.QueryAsync("select to_regclass('a') is null or not exists (select 1 from pg_stat_user_tables where relname = 'a' and n_live_tup > 0)"))
            .ShouldBe("True");
        Write("V1__a.sql", head + Table + "copy a from stdin;\n1\tone\n2\ttwo\n3\t3\n\\.\n");
        await UpAsync();
        (await Database.QueryAsync("select id from a order by id")).ShouldBe("1,2,3");
    }

    [Theory]
    [InlineData("copy a to stdout")]
    [InlineData("COPY (select 'binary' from a) TO STDIN with (format csv)")]
    [InlineData("copy a (note) to stdout binary")]
    [InlineData("copy a to stdout (format 'binary')")]
    public async Task Rows_for_the_client_are_read_and_dropped(string copy)
    {
        const string Rows = "insert into a select n, repeat('x', 100) from generate_series(1, 2000) n;\n";

        await UpAsync("V1__a.sql", Table + Rows + copy + ";\ninsert into a values (0, 'after');");

        (await Database.QueryAsync("select count(*) from a")).ShouldBe("2001");
    }

    [Fact]
    public async Task Rows_for_the_client_that_fail_in_the_middle_take_the_script_back()
    {
        Write("V1__a.sql", Table + "copy (select 1 / (5000 - n) from generate_series(1, 9000) n) to stdout;");

        (await FailsAsync()).Errors[0].Problem.ShouldStartWith("division by zero");

        (await HistoryAsync()).ShouldBe("");
        (await Database.QueryAsync("select to_regclass('a') is null")).ShouldBe("True");
    }

    [Fact]
    public async Task Rows_in_the_binary_format_cannot_stand_in_a_script()
    {
        Write("V1__a.sql", Table + "copy a from stdin with (format binary);\n1\tone\n\\.\n");

        (await FailsAsync()).Errors[0].Problem.ShouldStartWith("COPY file signature not recognized");
        (await HistoryAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Rows_that_are_edited_are_an_edit()
    {
        const string Head = "-- dowel: transaction=none\n" + Table;
        Write("V1__a.sql", Head + "copy a from stdin;\n1\tone\n\\.\ninsert into missing values (1);");
        await FailsAsync();
        Write("V1__a.sql", Head + "copy a from stdin;\n1\tuno\n\\.\ninsert into a values (2);");

        (await RefusedAsync()).Code.ShouldBe("DWL1020");
    }

    [Fact]
    public async Task A_command_of_psql_is_refused_with_its_place()
    {
        Write("V1__a.sql", Table + "\\i other.sql\n");

        var refusal = await RefusedAsync();

        refusal.Code.ShouldBe("DWL1010");
        refusal.Errors[0].Location!.Value.ToString().ShouldBe("V1__a.sql:2:1");
    }
}

public sealed class PostgresCopies() : CopyContract(Engine.Postgres);
