namespace Dowel.Postgres.Tests;

public sealed class CopyTests
{
    [Theory]
    [InlineData("copy t from stdin")]
    [InlineData("COPY public.t (a, b) FROM STDIN")]
    [InlineData("copy \"a;b\".\"from stdin\" from stdin")]
    [InlineData("copy t from stdin with (format csv, header, quote '''', delimiter ';')")]
    [InlineData("copy t from /* the */ stdin csv")]
    [InlineData("copy t from stdin where a is distinct from b")]
    [InlineData("copy s.from from stdin")]
    [InlineData("copy stdin from stdin")]
    [InlineData("copy t from stdout")]
    public void Rows_follow_a_copy_from_stdin(string copy)
    {
        var result = Postgres.Dialect.Split($"{copy};\n1\t;'\n2\t$$ /*\n\\.\nselect 1;");
        result.Error.ShouldBeNull();
        result.Statements.Select(statement => statement.Text).ShouldBe([copy, "select 1"]);
        result.Statements[0].CopyText.ToString().ShouldBe("1\t;'\n2\t$$ /*\n");
        result.Statements[1].CopyData.ShouldBeNull();
    }

    [Theory]
    [InlineData("copy t to stdout")]
    [InlineData("copy t to stdin")]
    [InlineData("copy (select a from stdin) to stdout")]
    [InlineData("copy t from '/tmp/stdin'")]
    [InlineData("copy t from program 'cat stdin'")]
    [InlineData("copy t from 'x' where a is distinct from stdin")]
    [InlineData("select copy from stdin")]
    [InlineData("insert into copy select * from stdin")]
    public void No_rows_follow_anything_else(string statement)
    {
        var result = Postgres.Dialect.Split($"{statement};\nselect 2;");
        result.Statements.Select(item => item.Text).ShouldBe([statement, "select 2"]);
        result.Statements[0].CopyData.ShouldBeNull();
    }

    [Theory]
    [InlineData("copy t from stdin;\n\\.\n", "")]
    [InlineData("copy t from stdin;\r\n1\r\n2\r\n\\.\r\nselect 1;", "1\r\n2\r\n")]
    [InlineData("copy t from stdin;\n1\n2\n", "1\n2\n")]
    [InlineData("copy t from stdin;\n1\n2", "1\n2")]
    [InlineData("copy t from stdin;\n1\n\\.", "1\n")]
    [InlineData("copy t from stdin;\n\\.", "")]
    [InlineData("copy t from stdin;\n", "")]
    [InlineData("copy t from stdin;", "")]
    [InlineData("copy t from stdin", "")]
    [InlineData("copy t from stdin;\n\\.x\n\\\\.\n \\.\n\\. \n\\.\n", "\\.x\n\\\\.\n \\.\n\\. \n")]
    [InlineData("copy t from stdin; -- rows; follow\n1\n\\.\n", "1\n")]
    [InlineData("copy t from stdin\n;\n1\n\\.\n", "1\n")]
    [InlineData("copy t from stdin csv;\n\"a\n;b\",'\n\\.\n", "\"a\n;b\",'\n")]
    public void Rows_end_at_their_mark_or_with_the_script(string script, string rows)
    {
        var copy = Postgres.Dialect.Split(script).Statements[0];
        copy.CopyText.ToString().ShouldBe(rows);
        copy.CopyData.ShouldNotBeNull();
    }

    [Fact]
    public void The_rest_of_the_line_comes_after_the_rows()
    {
        var result = Postgres.Dialect.Split("copy t from stdin; copy u from stdin; select 1\n1\n\\.\n2\n\\.\nselect 2;");
        result.Error.ShouldBeNull();
        result.Statements.Select(statement => statement.Text).ShouldBe(["copy t from stdin", "copy u from stdin", "select 1", "select 2"]);
        result.Statements.Select(statement => statement.CopyText.ToString()).ShouldBe(["1\n", "2\n", "", ""]);
    }
}
