namespace Dowel.Schema.Tests;

/// <summary>Makes schemas that SQLite takes, each written in some odd way.</summary>
/// <param name="choices">What decides.</param>
internal sealed class SqliteMaker(Choices choices)
{
    private static readonly string[] Names = ["a", "b", "c", "d e", "Key", "select"];

    private List<(string Name, string Type)> _columns = [];

    /// <summary>Makes a table that others refer to, one or two more, and what stands on them.</summary>
    public IReadOnlyList<string> Schema()
    {
        var statements = new List<string> { Written(Table("p", "")), Written(Table("t", "p")) };
        statements.AddRange(Parts("t"));
        if (choices.Once(2))
        {
            statements.Add(Written(Table("u", "t")));
            statements.AddRange(Parts("u"));
        }

        statements.AddRange(Elsewhere(statements));

        return statements;
    }

    private List<string> Table(string name, string parent)
    {
        var isStrict = choices.Once(5);
        _columns = [.. Names.Where(_ => choices.Below(3) > 0).Select(column => (column, Type(isStrict)))];
        var key = choices.Below(5);
        var hasNumber = key != 4;
        List<string> tokens = ["create", "table", name, "(", "id", .. Words(key switch { 1 => "integer primary key autoincrement", 2 => "int primary key", 3 => "integer primary key desc", 4 => "text not null", _ => "integer primary key" })];
        var plain = _columns.Select(column => column.Name).FirstOrDefault();
        foreach (var (column, type) in _columns)
        {
            var isComputed = column != plain && choices.Once(6);
            tokens.AddRange([",", Defined(column), .. isComputed ? Computed(type) : [.. Words(type), .. Clauses(column, parent)]]);
        }

        tokens.AddRange(hasNumber ? [] : [",", "primary", "key", "(", "id", .. name == "p" ? [] : SecondKey(), ")"]);
        tokens.AddRange(_columns.Count > 1 && choices.Once(3) ? [",", .. Named(), "unique", "(", Used(_columns[0].Name), ",", Used(_columns[1].Name), .. Words(choices.Of("", "desc")), ")"] : []);
        tokens.AddRange(_columns.Count > 1 && choices.Once(3) ? [",", .. Named(), "check", "(", .. Rule(_columns[1].Name), "or", .. Rule(_columns[0].Name), ")"] : []);
        tokens.Add(")");
        tokens.AddRange(Words((isStrict, !hasNumber && choices.Once(2)) switch { (true, true) => "without rowid , strict", (true, _) => "strict", (_, true) => "without rowid", _ => "" }));
        return tokens;
    }

    private string[] SecondKey() => _columns.Count > 0 && choices.Once(2) ? [",", Used(_columns[0].Name), .. Words(choices.Of("", "desc", "collate nocase"))] : [];

    // The engine takes what stands between a type and these words for a part of the type.
    private List<string> Computed(string type) =>
        [$"{type} generated always as (", "id", .. Words(choices.Of("|| 'x' )", "+ 1 )", "is not null )")), .. Words(choices.Of("", "stored", "virtual"))];

    private List<string> Clauses(string column, string parent)
    {
        var tokens = new List<string>();
        tokens.AddRange(Words(choices.Of("", "", "not null", "not null on conflict abort", "null")));
        tokens.AddRange(Words(choices.Of("", "", "default 5", "default - 5", "default 'it''s -- x'", "default ( 1 + - -1 )", "default ( 'x' )", "default Current_Timestamp", "default ( abs ( -3 ) )")));
        tokens.AddRange(Words(choices.Of("", "", "collate nocase", "collate Binary")));
        tokens.AddRange(choices.Once(4) ? [.. Named(), "check", "(", .. Rule(column), ")"] : []);
        tokens.AddRange(choices.Once(6) ? [.. Named(), .. Words(choices.Of("unique", "unique on conflict abort", "unique on conflict ignore"))] : []);
        tokens.AddRange(parent == "p" && choices.Once(5)
            ? ["references", parent, .. Words(choices.Of("( id )", "( ID )", "")), .. Words(choices.Of("", "on delete cascade", "on update set null on delete set default", "match full")), .. Words(choices.Of("", "deferrable initially deferred", "not deferrable", "deferrable"))]
            : []);
        return tokens;
    }

    private List<string> Parts(string table)
    {
        var names = _columns.Select(column => column.Name).Prepend("id").ToArray();
        var statements = new List<string>();
        for (var i = choices.Below(3); i > 0; i--)
        {
            statements.Add(Written(["create", .. choices.Once(4) ? (string[])["unique"] : [], "index", $"{table}_{i}", "on", table, "(", .. Part(choices.Of(names)), ")", .. choices.Once(3) ? ["where", .. Rule(choices.Of(names))] : (string[])[]]));
        }

        if (choices.Once(3))
        {
            statements.Add(Written(["create", "view", $"{table}_v", "as", "select", Used(choices.Of(names)), "as", "x", ",", $"{table}.id", "from", choices.Of(table, $"\"{table}\"", $"[{table}]"), .. choices.Once(2) ? ["where", .. Rule(choices.Of(names))] : (string[])[]]));
        }

        if (choices.Once(3))
        {
            statements.Add(Written(["create", "trigger", $"{table}_t", "after", "insert", "on", table, "begin", "delete", "from", choices.Of("p", "t"), "where", "id", "=", $"new.id", "and", "id", ">", "100", ";", "end"]));
        }

        return statements;
    }

    // Views of views, triggers of views, and triggers that speak of other tables than their own.
    private IEnumerable<string> Elsewhere(IReadOnlyList<string> there)
    {
        var views = new[] { "t", "u" }.Where(table => there.Any(statement => statement.Contains($"{table}_v", StringComparison.Ordinal))).Select(table => $"{table}_v").ToArray();
        if (views.Length > 0 && choices.Once(2))
        {
            yield return Written(["create", "view", "w", "as", "select", "x", ",", "count", "(", "*", ")", "as", "n", "from", choices.Of(views), "group", "by", "x"]);
        }

        if (views.Length > 0 && choices.Once(3))
        {
            yield return Written(["create", "trigger", "v_t", "instead", "of", "insert", "on", choices.Of(views), "begin", "delete", "from", "t", "where", "id", "=", "new.id", ";", "end"]);
        }

        if (choices.Once(3))
        {
            yield return Written(["create", "trigger", "p_t", .. Words(choices.Of("after", "before")), .. Words(choices.Of("delete", "update of id", "update")), "on", "p", "begin", "update", "t", "set", "id", "=", "t.id", "where", "t.id", "=", "old.id", ";", "end"]);
        }
    }

    private string[] Part(string name) => choices.Below(5) switch
    {
        1 => [Used(name), "desc"],
        2 => ["lower", "(", Used(name), ")"],
        3 => [Used(name), "collate", "NoCase"],
        4 => [Used(name), "||", "'x'", ",", "id"],
        _ => [Used(name)],
    };

    private string[] Rule(string name) => choices.Below(6) switch
    {
        1 => ["length", "(", Used(name), ")", "<", "50"],
        2 => [Used(name), "IS", "not", "null"],
        3 => [Used(name), "<>", "\"none\""],
        4 => ["(", Used(name), "not", "in", "(", "-1", ",", "'q'", ",", "x'00'", ")", ")"],
        5 => ["case", "when", Used(name), "then", "1", "else", "-", "-1", "end"],
        _ => [Used(name), "!=", "'-- none'"],
    };

    private string[] Named() => choices.Once(3) ? ["constraint", choices.Of("named", "\"a name\"", "[key]")] : [];

    private string Type(bool isStrict) => isStrict
        ? choices.Of("integer", "text", "real", "blob", "any", "int")
        : choices.Of("text", "integer", "", "varchar ( 10 )", "real", "decimal ( 10 , 2 )", "blob", "double  precision");

    private string Defined(string name) => name.Contains(' ', StringComparison.Ordinal) || name == "select"
        ? choices.Of($"\"{name}\"", $"[{name}]", $"`{name}`")
        : choices.Of(name, $"\"{name}\"", $"[{name}]", $"'{name}'");

    private string Used(string name) => name.Contains(' ', StringComparison.Ordinal) || name == "select"
        ? choices.Of($"\"{name}\"", $"[{name}]", $"`{name.ToUpperInvariant()}`")
        : choices.Of(name, $"\"{name}\"", $"[{name}]", name.ToUpperInvariant());

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Strings with blanks in them are one token here, since their words come apart and together with single blanks.
    private string Written(IEnumerable<string> tokens)
    {
        var text = "";
        var inString = false;
        foreach (var token in tokens)
        {
            var gap = inString ? " " : choices.Of(" ", " ", "\n  ", " /* why; */ ", " -- it's\n");
            var word = !inString && token.All(char.IsAsciiLetterLower) && choices.Once(4) && token.Length > 2 && token != "abs" ? token.ToUpperInvariant() : token;
            text += (text.Length == 0 ? "" : gap) + word;
            inString ^= token.Count(c => c == '\'') % 2 == 1;
        }

        return text;
    }
}
