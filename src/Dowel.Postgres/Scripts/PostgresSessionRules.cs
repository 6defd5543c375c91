using Dowel.Migrations;

namespace Dowel.Postgres;

/// <summary>The statements that change the session beyond their transaction.</summary>
internal static class PostgresSessionRules
{
    /// <summary>Any statement whose first word says enough: <c>reset</c>, <c>listen</c>, <c>load</c>.</summary>
    public static StatementTraits Change(ref PostgresCursor cursor) => StatementTraits.ChangesSession;

    /// <summary><c>set</c>, unless it speaks of the transaction alone.</summary>
    public static StatementTraits Set(ref PostgresCursor cursor)
    {
        if (cursor.Is("local") || cursor.Is("constraints"))
        {
            return StatementTraits.None;
        }

        _ = cursor.Take("session");
        return cursor.Take("transaction") ? PostgresTransactionRules.ReadsOnly(ref cursor) : StatementTraits.ChangesSession;
    }

    /// <summary><c>discard</c>; with <c>all</c> the server wants no transaction around it.</summary>
    public static StatementTraits Discard(ref PostgresCursor cursor) => cursor.Is("all")
        ? StatementTraits.ChangesSession | StatementTraits.OutsideTransaction
        : StatementTraits.ChangesSession;

    /// <summary><c>select set_config(…)</c>, unless its last argument keeps it to the transaction.</summary>
    public static StatementTraits Select(ref PostgresCursor cursor)
    {
        if (cursor.Take("pg_catalog"))
        {
            _ = cursor.Take('.');
        }

        return cursor.Take("set_config") && cursor.Is('(') && !EndsWithTrue(ref cursor)
            ? StatementTraits.ChangesSession
            : StatementTraits.None;
    }

    /// <summary><c>declare … with hold</c>: a cursor that outlives its transaction.</summary>
    public static StatementTraits Declare(ref PostgresCursor cursor)
    {
        do
        {
            cursor.Advance();
        }
        while (!cursor.AtEnd && !cursor.Is("cursor"));
        return cursor.Take("cursor", "with", "hold") ? StatementTraits.ChangesSession : StatementTraits.None;
    }

    private static bool EndsWithTrue(ref PostgresCursor cursor)
    {
        var last = false;
        var depth = 0;
        for (; !cursor.AtEnd; cursor.Advance())
        {
            depth += cursor.Is('(') ? 1 : cursor.Is(')') ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            last = cursor.Is("true");
        }

        return last;
    }
}
