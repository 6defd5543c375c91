using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Reads an index from its definition. Pure.</summary>
internal static class SqliteIndexReader
{
    /// <summary>Reads an index.</summary>
    /// <param name="index">Its row of the catalog.</param>
    /// <param name="table">The table's name as the engine keeps it.</param>
    /// <param name="scope">The table's columns.</param>
    /// <exception cref="FormatException">Its definition is none.</exception>
    public static IndexModel Read(SqliteCatalogObject index, string table, SqliteScope scope)
    {
        var tokens = SqliteTokens.Read(index.Sql);
        var cursor = new SqliteCursor(tokens);
        var wording = new SqliteWording(tokens, scope);
        cursor.ExpectWords("create");
        var isUnique = cursor.Take("unique");
        cursor.ExpectWords("index");
        cursor.TakeName();
        cursor.ExpectWords("on");
        cursor.TakeName();
        cursor.Expect("(");
        var parts = new List<(string Text, string? Column)>();
        do
        {
            parts.Add(Part(cursor, wording, tokens, scope));
        }
        while (cursor.TakeSymbol(","));
        cursor.Expect(")");
        var predicate = cursor.Take("where") ? wording.Spell(cursor.Position, tokens.Count) : null;
        return Model(new(ObjectKind.Index, table, index.Name), parts, isUnique, predicate);
    }

    private static IndexModel Model(ObjectKey key, List<(string Text, string? Column)> parts, bool isUnique, string? predicate) =>
        new(key, [.. parts.Select(part => part.Text)])
        {
            IsUnique = isUnique,
            Predicate = predicate,
            Columns = parts.TrueForAll(part => part.Column is not null) ? [.. parts.Select(part => part.Column!)] : null,
            Create = $"create {(isUnique ? "unique " : "")}index {SqliteKeywords.Quote(key.Part!)} on {SqliteKeywords.Quote(key.Name)} "
                + $"({string.Join(", ", parts.Select(part => part.Text))}){(predicate is null ? "" : $" where {predicate}")}",
            Drop = $"drop index {SqliteKeywords.Quote(key.Part!)}",
        };

    // The usual order need not be said. A name that is no column's is an expression: the engine takes it for a string.
    private static (string Text, string? Column) Part(SqliteCursor cursor, SqliteWording wording, SqliteTokens tokens, SqliteScope scope)
    {
        var from = cursor.Position;
        cursor.SkipTo(",", ")");
        var to = tokens.Is(cursor.Position - 1, "asc") ? cursor.Position - 1 : cursor.Position;
        var column = to == from + 1 && (tokens.IsName(from) || tokens[from].Kind == SqliteTokenKind.String)
            ? scope.Column(SqliteName.Unquote(tokens.TextOf(from)))
            : null;
        return (column is null ? wording.Spell(from, to) : SqliteKeywords.Quote(column), column);
    }
}
