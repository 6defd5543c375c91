namespace Dowel.Generator;

/// <summary>The fields that hold statements.</summary>
internal static class StatementCode
{
    /// <summary>Writes a field.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="repository">The repository's name.</param>
    /// <param name="statements">What it holds: one statement, or several that are told apart by their position.</param>
    public static void Write(CodeWriter code, string repository, IReadOnlyList<StatementModel> statements)
    {
        var type = $"private static readonly {KnownTypes.Data}Statement";
        if (statements is [var only])
        {
            code.Line($"{type} {only.Field} = new(");
            code.Line(Indent($"{Arguments(repository, only)}){Further(only)};"));
            return;
        }

        code.Line($"{type}[] {statements[0].Field} =");
        code.Line("[");
        foreach (var statement in statements)
        {
            code.Line(Indent($"new(\n{Indent(Arguments(repository, statement))}){Further(statement)},"));
        }

        code.Line("];");
    }

    private static string Arguments(string repository, StatementModel statement) =>
        $"{Names.Literal($"{repository}.{statement.Name}")},\nsqlite: {Literal(OwnerSql.Bare(statement.Sqlite))},\npostgres: {Literal(OwnerSql.Bare(statement.Postgres))}";

    private static string Further(StatementModel statement) => statement.HasRowSecurity ? " { HasRowSecurity = true }" : "";

    private static string Indent(string text) => string.Join("\n", text.Split('\n').Select(line => line.Length == 0 ? line : "    " + line));

    /// <summary>One line stands in quotes; several as they are, where that keeps every character: a raw literal ends its lines as this file does.</summary>
    private static string Literal(string sql)
    {
        if (!sql.Contains('\n') || sql.Any(c => c != '\n' && c != '\t' && char.IsControl(c)))
        {
            return Names.Literal(sql);
        }

        var quotes = "\"\"\"";
        while (sql.Contains(quotes))
        {
            quotes += '"';
        }

        return $"{quotes}\n{sql}\n{quotes}";
    }
}
