using Dowel.Migrations;

namespace Dowel.Postgres;

/// <summary>The few forms of <c>alter</c> that do not sit in a transaction as others do.</summary>
internal static class PostgresAlterRules
{
    /// <summary>Any <c>alter</c>.</summary>
    public static StatementTraits Alter(ref PostgresCursor cursor)
    {
        if (cursor.Take("table"))
        {
            return DetachesConcurrently(ref cursor)
                ? StatementTraits.OutsideTransaction | StatementTraits.WaitsForOthers
                : StatementTraits.None;
        }

        if (cursor.Take("type"))
        {
            return TakeLabel(ref cursor) is null ? StatementTraits.None : StatementTraits.CommitsBeforeUse;
        }

        return IsOutside(ref cursor) ? StatementTraits.OutsideTransaction : StatementTraits.None;
    }

    /// <summary>The label that <c>alter type</c> adds, read from behind <c>type</c>; null for any other form.</summary>
    public static string? TakeLabel(ref PostgresCursor cursor)
    {
        if (cursor.TakeName() is null || !cursor.Take("add", "value"))
        {
            return null;
        }

        _ = cursor.Take("if", "not", "exists");
        return cursor.Current.Kind == PostgresTokenKind.String ? PostgresLiteral.ValueOf(cursor.CurrentText) : null;
    }

    /// <summary>Detaching in two transactions; <c>finalize</c>, which ends one that was interrupted, sits in one.</summary>
    private static bool DetachesConcurrently(ref PostgresCursor cursor)
    {
        _ = cursor.Take("if", "exists");
        _ = cursor.Take("only");
        _ = cursor.TakeName();
        _ = cursor.Take('*');
        return cursor.Take("detach", "partition") && cursor.TakeName() is not null && cursor.Is("concurrently");
    }

    private static bool IsOutside(ref PostgresCursor cursor)
    {
        if (cursor.Take("system"))
        {
            return true;
        }

        if (cursor.Take("database"))
        {
            return cursor.TakeName() is not null && cursor.Take("set", "tablespace");
        }

        return cursor.Take("subscription") && cursor.TakeName() is not null && Refreshes(ref cursor);
    }

    /// <summary>A change of publications asks the publisher for its tables, unless <c>with (refresh = false)</c>.</summary>
    private static bool Refreshes(ref PostgresCursor cursor)
    {
        if (cursor.Take("refresh"))
        {
            return true;
        }

        if (!cursor.TakeOneOf("set", "add", "drop") || !cursor.Take("publication"))
        {
            return false;
        }

        while (!cursor.AtEnd && !cursor.Take("with"))
        {
            cursor.Advance();
        }

        return cursor.TakeOptions("refresh") is not false;
    }
}
