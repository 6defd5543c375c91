using System.Globalization;
using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Statements over the rows that are there. Pure.</summary>
/// <param name="plan">The plan.</param>
internal sealed class PostgresBackfill(SchemaPlan plan)
{
    private const int RowsEach = 10_000;

    // A table with triggers that wait for the end of the transaction cannot be altered.
    private const string Settle = "set constraints all immediate;";

    private readonly PostgresOwnerWall _wall = new(plan);
    private readonly PostgresHandover _handover = new(plan);

    /// <summary>Whether rows are gone through many at a time: by a key of one column that is there before and until the end.</summary>
    public bool IsInBatches(PostgresFill fill) => KeyOf(fill) is not null;

    /// <summary>Gives rows values where they have none, by one statement for a script without a transaction: by the primary key, many rows at a time, each time in a transaction of their own.</summary>
    /// <param name="fill">The columns.</param>
    public string Fill(PostgresFill fill)
    {
        if (KeyOf(fill) is not { } only)
        {
            return Rest(fill);
        }

        var (name, key) = (PostgresIdentifier.Quote(fill.Table.Key), PostgresIdentifier.Quote(only));
        var (lower, raise) = Around(fill);
        return $"""
            do $backfill$
            #variable_conflict use_column
            -- Gives rows of {OneLine(fill.Table.Key.Path)} what they lack in {OneLine(string.Join(" and ", fill.Columns.Select(each => each.Column.Name)))}: {RowsEach.ToString("N0", CultureInfo.InvariantCulture)} at a time in the order of {OneLine(only)}, each time
            -- in a transaction of its own, so that nobody waits for long. What is done stays done: it can be stopped, and run again.
            <<backfill>>
            declare
                done_to {name}.{key}%type;
                batch_to {name}.{key}%type;
            begin
                loop{Lines(8, lower)}
                    select {key} into backfill.batch_to
                    from (select {key} from {name} where backfill.done_to is null or {key} > backfill.done_to order by {key} limit {RowsEach}) batch
                    order by {key} desc limit 1;
                    exit when backfill.batch_to is null;{Lines(8, Update(fill))}
                        and (backfill.done_to is null or {key} > backfill.done_to) and {key} <= backfill.batch_to;{Lines(8, raise.Count > 0 ? [Settle, .. raise] : [])}
                    commit;
                    backfill.done_to := backfill.batch_to;
                end loop;{Lines(4, raise)}
            end
            $backfill$
            """;
    }

    /// <summary>Gives all rows values that have none yet: those that were written meanwhile, behind where the batches had been.</summary>
    /// <param name="fill">The columns.</param>
    public string Rest(PostgresFill fill)
    {
        var (lower, raise) = Around(fill);
        var update = Update(fill);
        return lower.Count == 0 ? string.Join('\n', update) : Block("backfill", [.. lower, .. update[..^1], $"{update[^1]};", Settle, .. raise]);
    }

    /// <summary>Stops where a value would be cut or rounded by a narrower type, and says how many are.</summary>
    /// <param name="table">The table.</param>
    /// <param name="before">The column.</param>
    /// <param name="after">What it becomes.</param>
    public string Refuse(TableModel table, ColumnModel before, ColumnModel after)
    {
        var column = PostgresIdentifier.Quote(after.Name);
        var (lower, raise) = _wall.Around(table, "");
        var path = table.Key.Column(after.Name).Path;
        return $"""
            do $narrow$
            declare
                cut bigint;
            begin
                -- What is written between the look and the change would be cut unseen.
                lock table {PostgresIdentifier.Quote(table.Key)} in access exclusive mode;{Lines(4, lower)}
                select count(*) into cut from {PostgresIdentifier.Quote(table.Key)} where {column}::{PostgresTableText.Type(after.Type)}::{PostgresTableText.Type(before.BaseType)} is distinct from {column};
                if cut > 0 then
                    raise exception using errcode = 'string_data_right_truncation',
                        message = format('%s of the values in %s do not fit into %s and would be cut', cut, {Literal(path)}, {Literal(PostgresTableText.Type(after.Type))}),
                        hint = {Literal($"Change them before, in a script of their own, or say what they become: [Backfill(\"SQL over {after.Name}\")] on the property.")};
                end if;{Lines(4, raise)}
            end
            $narrow$
            """;
    }

    /// <summary>Has a sequence go on behind the values of a column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="sequence">The sequence, in SQL.</param>
    public string Count(TableModel table, string column, string sequence)
    {
        var (name, target) = (PostgresIdentifier.Quote(table.Key), PostgresIdentifier.Quote(column));
        var call = $"setval({sequence}, coalesce(max({target}), 0) + 1, false) from {name}";
        var (lower, raise) = _wall.Around(table, "");
        return lower.Count == 0 ? $"select {call}" : Block("counter", [.. lower, $"perform {call};", .. raise]);
    }

    // What a row has in one column stays while it gets another.
    private static string[] Update(PostgresFill fill)
    {
        var columns = fill.Columns.Select(each => (Name: PostgresIdentifier.Quote(each.Column.Name), each.Column, each.Sql)).ToList();
        string[] head = [$"update {PostgresIdentifier.Quote(fill.Table.Key)}"];
        return columns is [var only]
            ? [.. head, $"set {only.Name} = {only.Sql}", $"where {only.Name} is null"]
            :
            [
                .. head,
                .. columns.Select((each, index) => $"{(index == 0 ? "set" : "   ")} {each.Name} = coalesce({each.Name}, {AsType(each.Column, each.Sql)}){(index < columns.Count - 1 ? "," : "")}"),
                $"where ({string.Join(" or ", columns.Select(each => $"{each.Name} is null"))})",
            ];
    }

    // What the server turns into text, or into another JSON, where it is put into a column, it does not where two values are one expression's.
    private static string AsType(ColumnModel column, string sql)
    {
        var (type, many) = column.BaseType.EndsWith("[]", StringComparison.Ordinal) ? (column.BaseType[..^2], "[]") : (column.BaseType, "");
        return type == "text" || type.StartsWith("character", StringComparison.Ordinal) ? $"({sql})::text{many}"
            : type is "json" or "jsonb" ? $"({sql})::{type}{many}"
            : sql;
    }

    // A key that comes with the plan has no index yet, and may be what is to be filled.
    private string? KeyOf(PostgresFill fill)
    {
        var made = plan.Changes.OfType<CreateObject>().Select(change => change.Object).OfType<ConstraintModel>().FirstOrDefault(key => key.Kind == ConstraintKind.Primary && key.Key.Table == fill.Table.Key);
        return (made is null ? fill.Table.PrimaryKey : _handover.Before(made.Key)?.Columns) is [var only] ? only : null;
    }

    private (IReadOnlyList<string> Lower, IReadOnlyList<string> Raise) Around(PostgresFill fill) => _wall.Around(fill.Table, string.Join(' ', fill.Columns.Select(each => each.Sql)));

    private static string OneLine(string name) => name.ReplaceLineEndings(" ");

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Block(string tag, IEnumerable<string> lines) =>
        $"do ${tag}$\nbegin{Lines(4, lines)}\nend\n${tag}$";

    private static string Lines(int indent, IEnumerable<string> lines) => string.Concat(lines.Select(line => '\n' + new string(' ', indent) + line));
}
