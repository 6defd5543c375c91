using Dowel.Migrations;

namespace Dowel.Postgres;

/// <summary>The statements that open and end transactions.</summary>
internal static class PostgresTransactionRules
{
    /// <summary><c>begin</c>.</summary>
    public static StatementTraits Begin(ref PostgresCursor cursor) => StatementTraits.Begins | ReadsOnly(ref cursor);

    /// <summary><c>start transaction</c>.</summary>
    public static StatementTraits Start(ref PostgresCursor cursor) =>
        cursor.Take("transaction") ? StatementTraits.Begins | ReadsOnly(ref cursor) : StatementTraits.None;

    /// <summary><c>commit</c> and <c>end</c>; <c>commit prepared</c> speaks of another transaction.</summary>
    public static StatementTraits Commit(ref PostgresCursor cursor)
    {
        if (cursor.Take("prepared"))
        {
            return StatementTraits.OutsideTransaction;
        }

        _ = cursor.TakeOneOf("work", "transaction");
        return StatementTraits.Commits | Chain(ref cursor);
    }

    /// <summary><c>rollback</c> and <c>abort</c>; back to a savepoint the transaction goes on.</summary>
    public static StatementTraits Rollback(ref PostgresCursor cursor)
    {
        if (cursor.Take("prepared"))
        {
            return StatementTraits.OutsideTransaction;
        }

        _ = cursor.TakeOneOf("work", "transaction");
        return cursor.Is("to") ? StatementTraits.None : StatementTraits.RollsBack | Chain(ref cursor);
    }

    /// <summary><c>prepare transaction 'x'</c> ends a transaction; any other <c>prepare</c> names a statement.</summary>
    public static StatementTraits Prepare(ref PostgresCursor cursor) =>
        cursor.Take("transaction") && cursor.Current.Kind == PostgresTokenKind.String
            ? StatementTraits.Commits | StatementTraits.HandsOver
            : StatementTraits.ChangesSession;

    /// <summary>Whether the transaction's modes say <c>read only</c>.</summary>
    public static StatementTraits ReadsOnly(ref PostgresCursor cursor)
    {
        for (; !cursor.AtEnd; cursor.Advance())
        {
            if (cursor.Take("read", "only"))
            {
                return StatementTraits.ReadsOnly;
            }
        }

        return StatementTraits.None;
    }

    private static StatementTraits Chain(ref PostgresCursor cursor) =>
        cursor.Take("and", "chain") ? StatementTraits.Begins : StatementTraits.None;
}
