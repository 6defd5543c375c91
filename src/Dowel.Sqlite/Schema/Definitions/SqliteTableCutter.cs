namespace Dowel.Sqlite;

/// <summary>Cuts a table's definition into clauses, by the engine's own grammar (parse.y, SQLite 3.40: <c>columnname</c>, <c>ccons</c>, <c>tcons</c>).</summary>
/// <remarks>Expressions are passed over by their parentheses, never understood.</remarks>
internal sealed class SqliteTableCutter
{
    private readonly SqliteCursor _cursor;
    private readonly SqliteWording _wording;
    private readonly SqliteKeyCutter _keys;
    private readonly List<SqliteKeyText> _found = [];
    private string _name = "";

    private SqliteTableCutter(string sql, SqliteScope scope)
    {
        var tokens = SqliteTokens.Read(sql);
        (_cursor, _wording) = (new(tokens), new(tokens, scope));
        _keys = new(_cursor, _wording);
    }

    /// <summary>Cuts a definition.</summary>
    /// <param name="sql">The statement as the engine keeps it.</param>
    /// <param name="scope">The table's columns.</param>
    /// <exception cref="FormatException">It is no definition of a table.</exception>
    public static SqliteTableText Cut(string sql, SqliteScope scope) => new SqliteTableCutter(sql, scope).Cut();

    private SqliteTableText Cut()
    {
        _cursor.ExpectWords("create", "table");
        _cursor.TakeName();
        _cursor.Expect("(");
        var columns = new List<SqliteColumnText>();
        do
        {
            columns.Add(Column());
        }
        while (_cursor.TakeSymbol(",") && !_cursor.IsAny("constraint", "primary", "unique", "check", "foreign"));

        // Commas between constraints may be left out.
        while (!_cursor.TakeSymbol(")"))
        {
            if (TakeName() || _cursor.TakeSymbol(","))
            {
                continue;
            }

            _found.Add(_keys.OfTable(Name()));
        }

        return new(columns, _found, Options());
    }

    private SqliteColumnText Column()
    {
        var column = new SqliteColumnText(_cursor.TakeName());
        while (!IsClause() && _cursor.Text is not ("," or ")"))
        {
            SkipTypeWord();
        }

        while (_cursor.Text is not ("," or ")"))
        {
            if (!TakeName() && !TakeValue(column))
            {
                _keys.OfColumn(column.Name, Name, _found);
            }
        }

        _name = "";
        return column;
    }

    private bool IsClause() => _cursor.IsAny(
        "constraint", "primary", "not", "null", "unique", "check", "default", "collate", "references", "generated", "as", "deferrable");

    private void SkipTypeWord()
    {
        if (_cursor.Text == "(")
        {
            _cursor.TakeParenthesised();
        }
        else
        {
            _cursor.TakeName();
        }
    }

    private bool TakeName()
    {
        var isNamed = _cursor.Take("constraint");
        _name = isNamed ? _cursor.TakeName() : _name;
        return isNamed;
    }

    private string Name()
    {
        var name = _name;
        _name = "";
        return name;
    }

    // A name before such a clause is read by the engine and forgotten.
    private bool TakeValue(SqliteColumnText column)
    {
        if (_cursor.Take("not", "null"))
        {
            (column.IsNotNull, column.NullConflict) = (true, _keys.Conflict());
        }
        else if (_cursor.Take("null"))
        {
            _keys.Conflict();
        }
        else if (_cursor.Take("default"))
        {
            column.Default = Default();
        }
        else if (_cursor.Take("collate"))
        {
            column.Collation = _cursor.TakeName().ToLowerInvariant();
        }
        else if (_cursor.Take("generated", "always", "as") || _cursor.Take("as"))
        {
            column.Expression = Parenthesised();
            _ = _cursor.Take("stored") || _cursor.Take("virtual");
        }
        else
        {
            return false;
        }

        _name = "";
        return true;
    }

    private string Parenthesised()
    {
        var (from, to) = _cursor.TakeParenthesised();
        return _wording.Spell(from, to);
    }

    // A bare word that is no literal is taken for a string.
    private string Default()
    {
        if (_cursor.Text == "(")
        {
            return Parenthesised();
        }

        if (_cursor.Text is "+" or "-")
        {
            return _cursor.TakeAny() + _cursor.TakeAny();
        }

        var text = _cursor.TakeAny();
        return SqliteDefaults.IsLiteral(text) ? text.Contains('\'', StringComparison.Ordinal) ? text : text.ToLowerInvariant()
            : $"'{SqliteName.Unquote(text).Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private string Options()
    {
        var (isStrict, hasNoNumber) = (false, false);
        while (!_cursor.IsAtEnd)
        {
            if (_cursor.Take("strict"))
            {
                isStrict = true;
            }
            else if (_cursor.Take("without", "rowid"))
            {
                hasNoNumber = true;
            }
            else
            {
                _cursor.Expect(",");
            }
        }

        return (isStrict, hasNoNumber) switch
        {
            (true, true) => "strict, without rowid",
            (true, false) => "strict",
            (false, true) => "without rowid",
            _ => "",
        };
    }
}
