using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Makes a table anew with its rows, which is how SQLite changes what it has no statement for. Pure.</summary>
/// <remarks>
/// sqlite.org, "ALTER TABLE", 7: the new table is made, filled and renamed at the end, when the old one is gone; in any other order the
/// references of other tables would follow the old one. What stands on the table or names it is dropped and made again by the plan, and
/// foreign keys are lifted and checked by whoever runs the script, since the switch means nothing in a transaction.
/// A guard is a table that takes no false: it makes the script fail, which undoes all of it, where rows have no value that they must have, or
/// where the copy is not what was copied. It costs one more look at each row.
/// </remarks>
/// <param name="change">The change.</param>
/// <param name="names">Names that nothing has.</param>
internal sealed class SqliteRebuild(SqliteTableChange change, SqliteFreeNames names)
{
    private readonly string _guard = $"temp.{names.Guard}";
    private readonly string _meanwhile = names.Meanwhile(change.After.Name);
    private readonly SqliteCopy _copy = new(change);
    private readonly string _name = SqliteKeywords.Quote(change.After.Name);
    private readonly string _new = SqliteKeywords.Quote(names.Meanwhile(change.After.Name));

    /// <summary>The statements in their order.</summary>
    public IEnumerable<string> Statements() =>
    [
        $"-- SQLite has no statement for this change of {change.After.Name.ReplaceLineEndings(" ")}, so the table is made anew with its rows.\n{SqliteTableWriter.Create(change.After, _meanwhile)}",
        MakeGuard(),
        .. _copy.Unfilled.Select(Fill),
        _copy.Statement(_meanwhile),
        $"insert into {_guard} (is_whole) select\n    (select count(*) from {_name}) = (select count(*) from {_new}){KeepsValues()}",
        $"drop table {_guard}",
        .. Counter(),
        $"drop table {_name}",
        $"alter table {_new} rename to {_name}",
    ];

    private string MakeGuard()
    {
        var table = change.After.Name;
        var needs = SqliteName.Quote($"rows of {table} have no value for {string.Join(", ", _copy.Unfilled.Select(column => column.Name))}, which will not be null: say what they get");
        var loses = SqliteName.Quote($"{table} would lose rows or values");
        return $"create temp table {names.Guard} (\n"
            + (_copy.Unfilled.Any() ? $"    is_filled integer constraint {needs} check (is_filled),\n" : "")
            + $"    is_whole integer constraint {loses} check (is_whole)\n)";
    }

    private string Fill(ColumnModel column) => change.Before.Find(column.Name) is null
        ? $"insert into {_guard} (is_filled) select not exists (select * from {_name})"
        : $"insert into {_guard} (is_filled) select not exists (select * from {_name} where {SqliteKeywords.Quote(column.Name)} is null)";

    private string KeepsValues()
    {
        var keys = _copy.Number.Keys;
        var kept = (keys.Count > 0 ? _copy.Kept : _copy.KeptInKind).Select(SqliteKeywords.Quote).ToList();
        if (kept.Count == 0)
        {
            return "";
        }

        if (keys.Count == 0)
        {
            var columns = string.Join(", ", kept);
            return $"\n    and not exists (select {columns} from {_name} except select {columns} from {_new})"
                + $"\n    and not exists (select {columns} from {_new} except select {columns} from {_name})";
        }

        var on = string.Join(" and ", keys.Select(key => $"n.{SqliteKeywords.Quote(key.New)} = o.{SqliteKeywords.Quote(key.Old)}"));
        return $"\n    and not exists (\n        select * from {_name} as o left join {_new} as n on {on}\n        where {Values("o", kept)} is not {Values("n", kept)})";
    }

    private static string Values(string alias, List<string> columns) =>
        columns.Count == 1 ? $"{alias}.{columns[0]}" : $"({string.Join(", ", columns.Select(column => $"{alias}.{column}"))})";

    // The highest number ever given stands in a table of the engine's own, under the table's name.
    private IEnumerable<string> Counter() => IsCounted(change.Before) && IsCounted(change.After)
        ?
        [
            $"delete from sqlite_sequence where name = {Literal(_meanwhile)}",
            $"insert into sqlite_sequence (name, seq) select {Literal(_meanwhile)}, seq from sqlite_sequence where name = {Literal(change.After.Name)}",
        ]
        : [];

    private static bool IsCounted(TableModel table) =>
        table.Constraints.Any(key => key.Kind == ConstraintKind.Primary && key.Definition.EndsWith(" autoincrement)", StringComparison.Ordinal));

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
