using Dowel.Migrations;

namespace Dowel.Sqlite;

/// <summary>Tells how a <c>pragma</c> behaves in a transaction.</summary>
/// <remarks>Pure. Tried on SQLite 3.40, each pragma with and without a transaction, before and after a first table.</remarks>
internal static class SqlitePragma
{
    /// <summary>The traits of a pragma.</summary>
    /// <param name="lexer">Stands behind the word <c>pragma</c>.</param>
    public static StatementTraits Classify(SqliteLexer lexer)
    {
        var name = lexer.NextSignificant();
        var next = lexer.NextSignificant();
        if (lexer.TextOf(next) is ".")
        {
            name = lexer.NextSignificant();
            next = lexer.NextSignificant();
        }

        var pragma = SqliteName.Unquote(lexer.TextOf(name)).ToLowerInvariant();
        if (pragma == "wal_checkpoint")
        {
            return StatementTraits.OutsideTransaction;
        }

        // Without a value it only asks.
        return lexer.TextOf(next) is "=" or "("
            ? Assign(pragma, SqliteName.Unquote(lexer.TextOf(lexer.NextSignificant())))
            : StatementTraits.None;
    }

    private static StatementTraits Assign(string pragma, string value) => pragma switch
    {
        // Kept as it was, without an error.
        "journal_mode" => StatementTraits.OutsideTransaction | StatementTraits.ChangesSession,
        // Taken on a new file only before its first transaction, later by the next `vacuum` of the same connection.
        "page_size" or "auto_vacuum" => StatementTraits.OutsideTransaction | StatementTraits.ChangesSession,
        // "Safety level may not be changed inside a transaction".
        "synchronous" => StatementTraits.OutsideTransaction | StatementTraits.ChangesSession,
        // "temporary storage cannot be changed from within a transaction", once there is a temporary table.
        "temp_store" or "temp_store_directory" => StatementTraits.OutsideTransaction | StatementTraits.ChangesSession,
        "foreign_keys" when !IsOn(value) => StatementTraits.LiftsForeignKeys | StatementTraits.ChangesSession,
        // Kept in the file: they are committed and rolled back as rows are.
        "application_id" or "user_version" or "schema_version" or "default_cache_size" or "encoding" => StatementTraits.None,
        // Falls back to off at the next commit.
        "defer_foreign_keys" => StatementTraits.None,
        // Work or questions with an argument, not settings.
        "foreign_key_check" or "foreign_key_list" or "incremental_vacuum" or "index_info" or "index_list" or "index_xinfo"
            or "integrity_check" or "optimize" or "quick_check" or "table_info" or "table_list" or "table_xinfo" => StatementTraits.None,
        _ => StatementTraits.ChangesSession,
    };

    /// <summary>Reads a switch as the engine does: <c>on</c>, <c>yes</c>, <c>true</c> or a number other than zero; anything else is off.</summary>
    private static bool IsOn(string value) => value.ToLowerInvariant() is "on" or "yes" or "true"
        || (value.Length > 0 && char.IsAsciiDigit(value[0])
            && value.AsSpan(0, value.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : value.Length).ContainsAnyExcept('0'));
}
