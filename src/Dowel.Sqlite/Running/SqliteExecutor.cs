using System.Globalization;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>Runs one statement at a time through the engine's own interface: no splitting, no parameters looked for, no sleeping.</summary>
/// <remarks>Runs on the caller's thread; cancellation interrupts the engine at once.</remarks>
internal sealed class SqliteExecutor(sqlite3 handle)
{
    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(handle);

    /// <summary>How many columns the rows of the statement have that runs, or ran last.</summary>
    public int ColumnCount { get; private set; }

    /// <summary>Whether the file could be opened for reading only.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(handle, "main") == 1;

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>How long a statement waits for another connection's lock.</summary>
    public void SetBusyTimeout(TimeSpan timeout) =>
        raw.sqlite3_busy_timeout(handle, timeout == TimeSpan.Zero ? int.MaxValue : (int)timeout.TotalMilliseconds);

    /// <summary>Interrupts whatever runs when the token is cancelled, until the registration is disposed.</summary>
    public CancellationTokenRegistration InterruptAt(CancellationToken cancellationToken) =>
        cancellationToken.Register(() => raw.sqlite3_interrupt(handle));

    /// <summary>Runs a statement once, whatever the connection's patience; a busy database is an answer.</summary>
    public SqliteResult TryRun(string sql, Action<Func<int, string?>>? row, CancellationToken cancellationToken)
    {
        var patience = int.Parse(Ask("pragma busy_timeout")!, CultureInfo.InvariantCulture);
        raw.sqlite3_busy_timeout(handle, 0);
        try
        {
            return Run(sql, [], row, cancellationToken);
        }
        finally
        {
            raw.sqlite3_busy_timeout(handle, patience);
        }
    }

    /// <summary>What the engine has against a text, without running it; null where it takes it.</summary>
    public string? Refuse(string sql)
    {
        var code = raw.sqlite3_prepare_v2(handle, sql, out var statement);
        statement?.Dispose();
        return code == raw.SQLITE_OK ? null : Failed().Message;
    }

    /// <summary>Runs a statement to its end.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="values">What <c>$1</c>, <c>$2</c>, … stand for.</param>
    /// <param name="row">Is given each row, or null where rows do not matter.</param>
    /// <param name="cancellationToken">Interrupts the statement; the result then says so.</param>
    public SqliteResult Run(
        string sql, IReadOnlyList<object?> values, Action<Func<int, string?>>? row, CancellationToken cancellationToken)
    {
        using var interruption = InterruptAt(cancellationToken);
        var code = raw.sqlite3_prepare_v2(handle, sql, out var statement);
        if (code != raw.SQLITE_OK)
        {
            return Failed();
        }

        using (statement)
        {
            ColumnCount = raw.sqlite3_column_count(statement);
            for (var i = 0; i < values.Count; i++)
            {
                // To SQLite `$2` is a name like any other: the parameter that a text mentions first has index 1.
                Bind(statement, raw.sqlite3_bind_parameter_index(statement, string.Create(CultureInfo.InvariantCulture, $"${i + 1}")), values[i]);
            }

            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                code = raw.sqlite3_step(statement);
                if (code == raw.SQLITE_ROW)
                {
                    row?.Invoke(column => Text(statement, column));
                }
            }
            while (code == raw.SQLITE_ROW);
            return code == raw.SQLITE_DONE ? SqliteResult.Ok : Failed();
        }
    }

    /// <summary>Runs a statement of Dowel's own.</summary>
    public SqliteResult Run(string sql) => Run(sql, [], null, CancellationToken.None);

    /// <summary>Reads one value as text; null where there is no row.</summary>
    public string? Ask(string sql)
    {
        string? answer = null;
        Run(sql, [], value => answer = value(0), CancellationToken.None);
        return answer;
    }

    private SqliteResult Failed() =>
        new(raw.sqlite3_extended_errcode(handle), raw.sqlite3_errmsg(handle).utf8_to_string());

    private static string? Text(sqlite3_stmt statement, int column) =>
        raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL
            ? null
            : raw.sqlite3_column_text(statement, column).utf8_to_string();

    private static void Bind(sqlite3_stmt statement, int index, object? value) => _ = value switch
    {
        string text => raw.sqlite3_bind_text(statement, index, text),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        double number => raw.sqlite3_bind_double(statement, index, number),
        DateTimeOffset time => raw.sqlite3_bind_text(statement, index, SqliteTime.Render(time)),
        _ => raw.sqlite3_bind_null(statement, index),
    };
}
