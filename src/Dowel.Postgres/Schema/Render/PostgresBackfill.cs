using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Statements over the rows that are there. Pure.</summary>
/// <param name="wall">What may hide rows from the statements.</param>
internal sealed class PostgresBackfill(PostgresOwnerWall wall)
{
    private const int RowsEach = 10_000;

    // A table with triggers that wait for the end of the transaction cannot be altered.
    private const string Settle = "set constraints all immediate;";

    /// <summary>Gives rows a value where they have none, by one statement for a script without a transaction: by the primary key, many rows at a time, each time in a transaction of their own.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="sql">What they get, over their other columns.</param>
    public string Fill(TableModel table, string column, string sql)
    {
        var (name, target) = (PostgresIdentifier.Quote(table.Key), PostgresIdentifier.Quote(column));
        var (lower, raise) = wall.Around(table, sql);
        if (table.PrimaryKey is not [var only])
        {
            string[] update = [$"update {name}", $"set {target} = {sql}", $"where {target} is null"];
            return lower.Count == 0 ? string.Join('\n', update) : Block("backfill", [.. lower, .. update[..^1], $"{update[^1]};", Settle, .. raise]);
        }

        var key = PostgresIdentifier.Quote(only);
        return $"""
            do $backfill$
            #variable_conflict use_column
            <<backfill>>
            declare
                done_to {name}.{key}%type;
                batch_to {name}.{key}%type;
            begin
                loop{Lines(8, lower)}
                    select {key} into backfill.batch_to
                    from (select {key} from {name} where backfill.done_to is null or {key} > backfill.done_to order by {key} limit {RowsEach}) batch
                    order by {key} desc limit 1;
                    exit when backfill.batch_to is null;
                    update {name}
                    set {target} = {sql}
                    where {target} is null and (backfill.done_to is null or {key} > backfill.done_to) and {key} <= backfill.batch_to;{Lines(8, raise.Count > 0 ? [Settle, .. raise] : [])}
                    commit;
                    backfill.done_to := backfill.batch_to;
                end loop;{Lines(4, raise)}
            end
            $backfill$
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
        var (lower, raise) = wall.Around(table, "");
        return lower.Count == 0 ? $"select {call}" : Block("counter", [.. lower, $"perform {call};", .. raise]);
    }

    private static string Block(string tag, IEnumerable<string> lines) =>
        $"do ${tag}$\nbegin{Lines(4, lines)}\nend\n${tag}$";

    private static string Lines(int indent, IEnumerable<string> lines) => string.Concat(lines.Select(line => '\n' + new string(' ', indent) + line));
}
