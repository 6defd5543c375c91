namespace Dowel.Schema;

/// <summary>The safer way to the same end, where there is one. Pure.</summary>
internal static class HazardAdvice
{
    private const string Apart = "in a script of its own";
    private const string Outside = "outside a transaction";
    private const string Retype = "add a column of the new type, fill it in batches, then swap the names";

    /// <summary>Finds it.</summary>
    /// <returns>What to do, as a clause; null where nothing is better.</returns>
    public static string? Of(TableTrace table) => table.Work switch
    {
        var work when work.HasFlag(TableWork.Rewrites) => InsteadOfRewrite(table.Turn),
        var work when work.HasFlag(TableWork.Verifies) => InsteadOfCheck(table),
        var work when work.HasFlag(TableWork.References) && Has(table, TableTurn.Constraint) => $"add the constraint not valid, and validate it {Apart}",
        var work when work.HasFlag(TableWork.Indexes) => InsteadOfBuild(table),
        _ => LetGo(table),
    };

    private static bool Has(TableTrace table, TableTurn turn) => table.Turn.HasFlag(turn);

    // What would hold nobody up alone, but for what its transaction has locked before it.
    private static string? LetGo(TableTrace table) => table.Lock < TableLock.Share || table.Earlier == table.Lock
        ? $"run it {Apart}, so that no lock of an earlier statement is kept meanwhile"
        : null;

    private static string? InsteadOfRewrite(TableTurn turn) =>
        turn.HasFlag(TableTurn.View) ? "refresh it concurrently, which takes a unique index over all of its rows"
        : turn.HasFlag(TableTurn.Computed) ? "add a plain column that a trigger keeps, and fill it in batches"
        : turn.HasFlag(TableTurn.Column) ? "add the column null and without a default, set the default, then fill it in batches"
        : turn.HasFlag(TableTurn.Type) ? Retype
        : null;

    private static string? InsteadOfCheck(TableTrace table) =>
        Has(table, TableTurn.Type) ? $"drop the check, change the type, add the check not valid, and validate it {Apart}"
        : Has(table, TableTurn.Column) ? $"add the column alone, then the check not valid, and validate it {Apart}"
        : Has(table, TableTurn.NotNull) ? $"add a check (… is not null) not valid, validate it {Apart}, then set not null"
        : Has(table, TableTurn.Attached) ? $"add a check of the bounds not valid, validate it {Apart}, then attach"
        : Has(table, TableTurn.Constraint) ? $"add the check not valid, and validate it {Apart}"
        : LetGo(table);

    private static string? InsteadOfBuild(TableTrace table) =>
        Has(table, TableTurn.Type) ? Retype
        : Has(table, TableTurn.Reindex) ? $"reindex concurrently, {Outside}"
        : Has(table, TableTurn.Exclusion) ? null
        : Has(table, TableTurn.Constraint) ? $"create a unique index concurrently, {Outside}, then add the constraint using it"
        : Has(table, TableTurn.Part) ? $"create it on the whole alone, then concurrently on each part, {Outside}, and attach those"
        : $"create it concurrently, {Outside}";
}
