using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Sqlite.Tests;

/// <summary>Statements that the engine takes and that are hard to cut.</summary>
internal static class NastySql
{
    private static readonly string[] Expressions =
    [
        "1", ".5e-3", "0x1F", "'a;'", "'it''s; end;'", "'\\'", "''", "x'3b27'", "X''", "'/*'", "'--'", "1 - -1", "8/2", "2*(3)",
        "1 as [a;'b]", "1 as \"a;\"\"b\"", "1 as `a;``b`", "1 as [--]", "1 as end$", "1 as \"end\"", "1 as größe", "1 as 数量",
        "case 1 when 2 then 'end;' end", "case when 1 then case 2 when 3 then 4 end end as [end;]", ":p", "@q", "?3", "1 as a$b", "'\r\n;\r\n'",
        "(select 'x' || ';')", "a", "t.a", "\"a\"", "[a]", "1 as begin", "1 as trigger",
    ];

    private static readonly string[] Gaps =
        [" ", "\n", "\r\n", "\t", " /* ; */ ", " -- ; end;\n", " /**/ ", " /*/ ' */ ", " /* a /* b */ ", " -- it's\r\n", "/*\"*/", "\f"];

    private static readonly string[] Ends = [";", " ;", ";;", "; ; ", ";\r\n;", " -- '\n;", "/* ; */;/* ; */", ";\n-- [\n"];

    /// <summary>What may stand between two words.</summary>
    public static Gen<string> Gap { get; } = Gen.Elements(Gaps);

    /// <summary>What ends a statement.</summary>
    public static Gen<string> End { get; } = Gen.Elements(Ends);

    /// <summary>A query over the table <c>t (a)</c>, legal in a trigger too where it has no parameters.</summary>
    public static Gen<string> Query { get; } = Select(Expressions);

    /// <summary>A trigger on the table <c>t</c>; its body holds no parameters, which the engine refuses there.</summary>
    public static Gen<string> Trigger { get; } =
        from head in Gen.Elements("create trigger", "CREATE TEMP TRIGGER", "create temporary trigger", "explain create trigger", "explain query plan create trigger")
        from gaps in Gap.ArrayOf(head.Split(' ').Length + 8)
        from body in Select([.. Expressions.Where(expression => expression[0] is not (':' or '@' or '?'))]).NonEmptyListOf()
        from inner in Gen.Elements(" ;", ";", ";\n", "; -- ;\n", "/* ; */;/* end; */")
        let words = (string[])[.. head.Split(' '), "if", "not", "exists", Guid.NewGuid().ToString("N").Insert(0, "x"), "after insert on t", "begin"]
        select string.Concat(words.Zip(gaps, (word, gap) => word + gap)) + string.Concat(body.Take(4).Select(query => query + inner)) + gaps[^1] + "end";

    /// <summary>A script, and the statements it consists of.</summary>
    public static Gen<(string Script, string[] Statements)> Program { get; } =
        from statements in Gen.Frequency((4, Query), (1, Trigger)).ArrayOf()
        from gaps in Gap.ArrayOf(statements.Length + 1)
        from ends in End.ArrayOf(statements.Length)
        from isLastEnded in Gen.Elements(true, false)
        let parts = statements.Select((statement, i) => gaps[i] + statement + (isLastEnded || i < statements.Length - 1 ? ends[i] : ""))
        select (string.Concat(parts) + gaps[^1], statements);

    private static Gen<string> Select(string[] expressions) =>
        from gap in Gap
        from list in Gen.Elements(expressions).NonEmptyListOf()
        from comma in Gen.Elements(",", " , ", ",\n", "/* ; */,", ", -- ;\n")
        select $"select{gap}{string.Join(comma, list.Take(8))}{gap}from t";
}
