using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Writes tables down. Pure.</summary>
internal static class SqliteTableWriter
{
    /// <summary>The statement that makes a table, one column a line.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">What it is called, which in a rebuild is not yet its own name.</param>
    public static string Create(TableModel table, string name)
    {
        var beside = table.Constraints.Where(key => IsBesideColumn(table, key)).ToLookup(key => key.Columns[0]);
        var lines = table.Columns.Select(column => Column(table, column, beside[column.Name]))
            .Concat(table.Constraints.Where(key => !IsBesideColumn(table, key)).Select(Constraint));
        return $"create table {SqliteKeywords.Quote(name)} (\n    {string.Join(",\n    ", lines)}\n){(table.Options.Length == 0 ? "" : " " + table.Options)}";
    }

    /// <summary>A column as a definition has it.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="column">The column.</param>
    /// <param name="keys">The keys and rules that stand beside it.</param>
    public static string Column(TableModel table, ColumnModel column, IEnumerable<ConstraintModel> keys)
    {
        var isKey = table.PrimaryKey.Contains(column.Name);
        var isNumber = column.Generation == Generation.Identity;
        string[] clauses =
        [
            SqliteKeywords.Quote(column.Name),
            SqliteColumnType.Render(column.Type),
            column.Collation is { } collation ? $"collate {SqliteKeywords.Quote(collation)}" : "",
            column is { Generation: Generation.Computed, Expression: { } expression } ? $"generated always as ({expression}) {(column.IsStored ? "stored" : "virtual")}" : "",
            isNumber ? "" : isKey ? column.Clauses ?? "" : column.IsNullable ? "" : Join("not null", column.Clauses ?? ""),
            column.Default is { } value ? $"default {SqliteDefaults.Render(value)}" : "",
            .. keys.OrderBy(key => key.Kind).Select(Beside),
        ];
        return Join(clauses);
    }

    /// <summary>Whether a key or rule is written beside its one column, where it means the same.</summary>
    /// <remarks>But for <c>integer primary key desc</c>, which is no row's number there and would be one by itself; so it stands there with its name too.</remarks>
    public static bool IsBesideColumn(TableModel table, ConstraintModel key) =>
        key.Columns is [var column] && table.Find(column) is not null && key.Kind switch
        {
            ConstraintKind.Primary => !Says(key, " collate ") && (key.Name.Length == 0 || Says(key, " desc)")),
            ConstraintKind.Unique => key.Name.Length == 0 && !Says(key, " collate ") && !Says(key, " desc)"),
            ConstraintKind.Foreign or ConstraintKind.Check => key.Name.Length == 0,
            _ => false,
        };

    private static bool Says(ConstraintModel key, string words) => key.Definition.Contains(words, StringComparison.Ordinal);

    private static string Constraint(ConstraintModel key) =>
        key.Name.Length == 0 ? key.Definition : $"constraint {SqliteKeywords.Quote(key.Name)} {key.Definition}";

    private static string Beside(ConstraintModel key)
    {
        var definition = key.Definition;
        var close = key.Kind == ConstraintKind.Check ? 0 : SqliteParentheses.CloseOf(definition, definition.IndexOf('(', StringComparison.Ordinal));
        return key.Kind switch
        {
            ConstraintKind.Primary => Join(
                key.Name.Length == 0 ? "" : $"constraint {SqliteKeywords.Quote(key.Name)}",
                "primary key",
                definition[..close].EndsWith(" desc", StringComparison.Ordinal) ? "desc" : "",
                definition[(close + 1)..].Trim(),
                definition[..close].EndsWith(" autoincrement", StringComparison.Ordinal) ? "autoincrement" : ""),
            ConstraintKind.Check => definition,
            ConstraintKind.Unique => Join("unique", definition[(close + 1)..].Trim()),
            _ => definition[(close + 1)..].Trim(),
        };
    }

    private static string Join(params IEnumerable<string> clauses) => string.Join(' ', clauses.Where(clause => clause.Length > 0));
}
