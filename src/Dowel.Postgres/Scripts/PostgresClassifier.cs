using System.Collections.Frozen;
using Dowel.Migrations;

namespace Dowel.Postgres;

/// <summary>Tells from a statement's words how it behaves in a transaction.</summary>
/// <remarks>
/// What the server refuses in a transaction is what calls <c>PreventInTransactionBlock</c> in PostgreSQL's source (15 to 18), as far as the words
/// decide it. The trait of a new enum label is tentative: see <see cref="PostgresEnumLabels"/>.
/// </remarks>
internal static class PostgresClassifier
{
    private const StatementTraits Concurrent = StatementTraits.OutsideTransaction | StatementTraits.WaitsForOthers;

    private static readonly FrozenDictionary<string, Rule> Rules = new Dictionary<string, Rule>(StringComparer.OrdinalIgnoreCase)
    {
        ["abort"] = PostgresTransactionRules.Rollback,
        ["alter"] = PostgresAlterRules.Alter,
        ["begin"] = PostgresTransactionRules.Begin,
        ["call"] = static (ref PostgresCursor _) => StatementTraits.MayCommit,
        ["cluster"] = Cluster,
        ["commit"] = PostgresTransactionRules.Commit,
        ["create"] = Create,
        ["deallocate"] = PostgresSessionRules.Change,
        ["declare"] = PostgresSessionRules.Declare,
        ["discard"] = PostgresSessionRules.Discard,
        ["do"] = Do,
        ["drop"] = Drop,
        ["end"] = PostgresTransactionRules.Commit,
        ["listen"] = PostgresSessionRules.Change,
        ["load"] = PostgresSessionRules.Change,
        ["prepare"] = PostgresTransactionRules.Prepare,
        ["reindex"] = Reindex,
        ["reset"] = PostgresSessionRules.Change,
        ["rollback"] = PostgresTransactionRules.Rollback,
        ["select"] = PostgresSessionRules.Select,
        ["set"] = PostgresSessionRules.Set,
        ["start"] = PostgresTransactionRules.Start,
        ["unlisten"] = PostgresSessionRules.Change,
        ["vacuum"] = Vacuum,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Rule>.AlternateLookup<ReadOnlySpan<char>> RuleOf =
        Rules.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads what follows a statement's first word.</summary>
    private delegate StatementTraits Rule(ref PostgresCursor cursor);

    /// <summary>The statement's traits.</summary>
    /// <param name="statement">The statement's text; it begins with its first word.</param>
    /// <param name="backslashEscapes">Whether a backslash escapes in plain strings.</param>
    public static StatementTraits Classify(ReadOnlySpan<char> statement, bool backslashEscapes = false)
    {
        var length = 0;
        while (length < statement.Length && PostgresCharacters.ContinuesWord(statement[length]))
        {
            length++;
        }

        if (!RuleOf.TryGetValue(statement[..length], out var rule))
        {
            return StatementTraits.None;
        }

        var cursor = new PostgresCursor(statement, backslashEscapes);
        cursor.Advance();
        return rule(ref cursor);
    }

    /// <summary>A block ends its transaction with the words for it, or by calling what does.</summary>
    private static StatementTraits Do(ref PostgresCursor cursor)
    {
        for (; !cursor.AtEnd; cursor.Advance())
        {
            var text = cursor.CurrentText;
            if (text.Contains("commit", StringComparison.OrdinalIgnoreCase)
                || text.Contains("rollback", StringComparison.OrdinalIgnoreCase)
                || text.Contains("call", StringComparison.OrdinalIgnoreCase))
            {
                return StatementTraits.MayCommit;
            }
        }

        return StatementTraits.None;
    }

    private static StatementTraits Create(ref PostgresCursor cursor)
    {
        if (cursor.TakeOneOf("database", "tablespace"))
        {
            return StatementTraits.OutsideTransaction;
        }

        if (cursor.Take("subscription"))
        {
            return CreatesSlot(ref cursor) ? StatementTraits.OutsideTransaction : StatementTraits.None;
        }

        _ = cursor.Take("unique");
        return cursor.Take("index", "concurrently") ? Concurrent : StatementTraits.None;
    }

    /// <summary>Only the replication slot that comes with a subscription cannot be taken back.</summary>
    private static bool CreatesSlot(ref PostgresCursor cursor)
    {
        for (; !cursor.AtEnd; cursor.Advance())
        {
            if (cursor.TakeOneOf("connect", "create_slot"))
            {
                _ = cursor.Take('=');
                if (cursor.IsOff())
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static StatementTraits Drop(ref PostgresCursor cursor)
    {
        if (cursor.TakeOneOf("database", "tablespace", "subscription"))
        {
            return StatementTraits.OutsideTransaction;
        }

        return cursor.Take("index", "concurrently") ? Concurrent : StatementTraits.None;
    }

    private static StatementTraits Reindex(ref PostgresCursor cursor)
    {
        var listed = cursor.TakeOptions("concurrently") is true;
        var whole = cursor.TakeOneOf("schema", "database", "system");
        _ = whole || cursor.TakeOneOf("index", "table");
        if (listed || cursor.Take("concurrently"))
        {
            return Concurrent;
        }

        return whole ? StatementTraits.OutsideTransaction : StatementTraits.None;
    }

    private static StatementTraits Vacuum(ref PostgresCursor cursor) => StatementTraits.OutsideTransaction;

    /// <summary>Without a table it clusters all of them, each in a transaction of its own.</summary>
    private static StatementTraits Cluster(ref PostgresCursor cursor)
    {
        cursor.SkipParentheses();
        _ = cursor.Take("verbose");
        return cursor.AtEnd ? StatementTraits.OutsideTransaction : StatementTraits.None;
    }
}
