namespace Dowel.Generator;

/// <summary>SQL as C# literals.</summary>
internal static class SqlLiteral
{
    /// <summary>Writes a text: on one line in quotes, on several as it is.</summary>
    /// <param name="sql">The text.</param>
    /// <returns>The literal, of one line or several.</returns>
    public static string Of(string sql)
    {
        // A raw literal ends its lines as the generated file does, in LF.
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

    /// <summary>Writes the field that holds a method's statement, or its statements.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="repository">The repository's name.</param>
    /// <param name="statements">The statements.</param>
    public static void WriteField(CodeWriter code, string field, string repository, IReadOnlyList<StatementModel> statements)
    {
        var type = "private static readonly global::Dowel.Data.Statement";
        if (statements.Count == 1)
        {
            code.Line($"{type} {field} = new(");
            WriteArguments(code, repository, statements[0], ");");
            return;
        }

        code.Line($"{type}[] {field} =");
        code.Line("[");
        foreach (var statement in statements)
        {
            code.Line("    new(");
            WriteArguments(code, repository, statement, "),", "    ");
        }

        code.Line("];");
    }

    private static void WriteArguments(CodeWriter code, string repository, StatementModel statement, string end, string indent = "")
    {
        var text = $"{Names.Literal($"{repository}.{statement.Name}")},\nsqlite: {Of(statement.Sqlite)},\npostgres: {Of(statement.Postgres)}{end}";
        code.Line(string.Join("\n", text.Split('\n').Select(line => line.Length == 0 ? line : indent + "    " + line)));
    }
}
