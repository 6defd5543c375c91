using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>How rows get from a table into the one that takes its place. Pure.</summary>
/// <param name="change">The change.</param>
internal sealed class SqliteCopy(SqliteTableChange change)
{
    private readonly TableModel _before = change.Before;

    /// <summary>How their numbers are kept.</summary>
    public SqliteRowNumber Number { get; } = new(change.Before, change.After);

    /// <summary>The columns that keep their values.</summary>
    public IEnumerable<string> Kept => change.After.Columns
        .Where(column => SourceOf(column) == SqliteKeywords.Quote(column.Name) && !SqliteNarrowing.IsNarrowing(_before.Find(column.Name)!, column))
        .Select(column => column.Name);

    /// <summary>Those of them whose values are also kept as the same kind: a 1 stays a number.</summary>
    public IEnumerable<string> KeptInKind => Kept.Where(name => SqliteTypes.AffinityOf(_before.Find(name)!.Type) == SqliteTypes.AffinityOf(change.After.Find(name)!.Type));

    /// <summary>The columns that must have a value where rows may have none.</summary>
    public IEnumerable<ColumnModel> Unfilled => change.After.Columns.Where(column => MustHaveValue(column)
        && (_before.Find(column.Name) is { } old ? old.IsNullable && SourceOf(column) == SqliteKeywords.Quote(column.Name) : column.Default is null && SourceOf(column) is null));

    /// <summary>The statement that copies them, which no clause of the new table's keys makes leave a row out.</summary>
    /// <param name="target">What the new table is called meanwhile.</param>
    public string Statement(string target)
    {
        var pairs = change.After.Columns.Select(column => (To: SqliteKeywords.Quote(column.Name), From: SourceOf(column))).Where(pair => pair.From is not null).ToList();
        if (Number.Copied is { } number && !pairs.Exists(pair => pair.To == SqliteKeywords.Quote(number.To)))
        {
            pairs.Insert(0, (SqliteKeywords.Quote(number.To), number.From));
        }

        var source = SqliteKeywords.Quote(_before.Name);
        return pairs.Count == 0
            ? $"insert or abort into {SqliteKeywords.Quote(target)} ({SqliteKeywords.Quote(change.After.Columns[0].Name)})\nselect null\nfrom {source}"
            : $"insert or abort into {SqliteKeywords.Quote(target)} ({string.Join(", ", pairs.Select(pair => pair.To))})\nselect {string.Join(", ", pairs.Select(pair => pair.From))}\nfrom {source}";
    }

    // What is new and not filled gets its default by not being mentioned. A backfill that is long carried out says nothing.
    private string? SourceOf(ColumnModel column)
    {
        var backfill = change.Backfill(column.Name);
        var name = SqliteKeywords.Quote(column.Name);
        if (column.Generation == Generation.Computed)
        {
            return null;
        }

        return _before.Find(column.Name) is not { } old ? backfill is null ? null : $"({backfill})"
            : backfill is null ? name
            : old.Type != column.Type && SqlText.IsConversion(backfill, column.Name) ? $"({backfill})"
            : old.IsNullable && !column.IsNullable ? $"coalesce({name}, {backfill})"
            : name;
    }

    // A row's number is given where it is not said.
    private static bool MustHaveValue(ColumnModel column) => column is { IsNullable: false, Generation: Generation.None };
}
