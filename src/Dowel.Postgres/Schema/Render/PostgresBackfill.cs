using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Gives the rows that are there a value where they have none. Pure.</summary>
internal static class PostgresBackfill
{
    private const int RowsEach = 10_000;

    /// <summary>One statement for a script without a transaction: by the primary key, many rows at a time, each time in a transaction of their own.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="sql">What they get, over their other columns.</param>
    public static string Of(TableModel table, string column, string sql)
    {
        var (name, target) = (PostgresIdentifier.Quote(table.Key), PostgresIdentifier.Quote(column));
        if (table.PrimaryKey is not [var only])
        {
            return $"update {name}\nset {target} = {sql}\nwhere {target} is null";
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
                loop
                    select {key} into backfill.batch_to
                    from (select {key} from {name} where backfill.done_to is null or {key} > backfill.done_to order by {key} limit {RowsEach}) batch
                    order by {key} desc limit 1;
                    exit when backfill.batch_to is null;
                    update {name}
                    set {target} = {sql}
                    where {target} is null and (backfill.done_to is null or {key} > backfill.done_to) and {key} <= backfill.batch_to;
                    commit;
                    backfill.done_to := backfill.batch_to;
                end loop;
            end
            $backfill$
            """;
    }
}
