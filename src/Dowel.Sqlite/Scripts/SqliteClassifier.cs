using System.Text;
using Dowel.Migrations;

namespace Dowel.Sqlite;

/// <summary>Tells from a statement's words how it behaves in a transaction.</summary>
/// <remarks>
/// Pure. Reads past the first word only where that word can matter. What the engine refuses in a transaction was tried on SQLite 3.35 and 3.40.
/// <c>create temp</c> is no change of the session: a resumed run could make the table again but not its rows, and a
/// statement that finds no table fails, where one that finds an empty table does the wrong thing in silence.
/// </remarks>
internal static class SqliteClassifier
{
    private const int LongestWord = 9;

    /// <summary>The traits of one statement.</summary>
    /// <param name="statement">Its text, from the first significant character on.</param>
    public static StatementTraits Classify(ReadOnlySpan<char> statement)
    {
        var lexer = new SqliteLexer(statement);
        var first = lexer.NextSignificant();
        Span<char> word = stackalloc char[LongestWord];
        if (first.Kind != SqliteTokenKind.Word
            || Ascii.ToLower(lexer.TextOf(first), word, out var length) != System.Buffers.OperationStatus.Done)
        {
            return StatementTraits.None;
        }

        return word[..length] switch
        {
            "begin" => StatementTraits.Begins,
            "commit" or "end" => StatementTraits.Commits,
            "rollback" => Rollback(lexer),
            "savepoint" => StatementTraits.OpensSavepoint,
            "release" => StatementTraits.ReleasesSavepoint,
            "vacuum" => StatementTraits.OutsideTransaction,
            "attach" => StatementTraits.ChangesSession,
            // Refused with "database is locked" as soon as the transaction has touched the attached database.
            "detach" => StatementTraits.OutsideTransaction | StatementTraits.ChangesSession,
            "drop" when lexer.Is(lexer.NextSignificant(), "table") => StatementTraits.DropsTable,
            "pragma" => SqlitePragma.Classify(lexer),
            _ => StatementTraits.None,
        };
    }

    /// <summary><c>rollback [transaction [name]] to [savepoint] name</c> leaves the transaction open.</summary>
    private static StatementTraits Rollback(SqliteLexer lexer)
    {
        while (lexer.NextSignificant() is { Kind: not SqliteTokenKind.End } token)
        {
            if (lexer.Is(token, "to"))
            {
                return StatementTraits.None;
            }
        }

        return StatementTraits.RollsBack;
    }
}
