using System.Runtime.InteropServices;
using System.Text;
using Dowel.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>The engine of one connection and the statements prepared on it, to be used within a turn.</summary>
/// <param name="handle">The engine's handle.</param>
/// <param name="turn">Says when what runs is to end.</param>
internal sealed unsafe class SqliteEngine(nint handle, SqliteTurn turn) : IDisposable
{
    /// <summary>The code of work that is done.</summary>
    public const int Ok = raw.SQLITE_OK;

    private const uint Persistent = 1;

    private readonly ValueBuffer _values = new();
    private readonly SqliteJson _json = new();
    private PreparedStatement?[] _prepared = new PreparedStatement?[32];

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => SqliteApi.Autocommit(handle) == 0;

    /// <summary>How many rows have been changed on this connection, triggers and cascades included.</summary>
    public int TotalChanges => SqliteApi.TotalChanges(handle);

    /// <summary>How many rows were changed directly since <see cref="TotalChanges"/> was something.</summary>
    /// <remarks>After a statement that is none of insert, update and delete the engine still gives the number of the one before.</remarks>
    public int ChangesSince(int totalChanges) => TotalChanges == totalChanges ? 0 : SqliteApi.Changes(handle);

    /// <summary>Prepares a statement, or finds it prepared.</summary>
    /// <returns><see cref="Ok"/>, or the code of a lock that may be had in a moment.</returns>
    public int Prepare(Statement statement, out PreparedStatement prepared)
    {
        var known = _prepared;
        if ((uint)statement.Number < (uint)known.Length && known[statement.Number] is { } found)
        {
            prepared = found;
            return Ok;
        }

        return PrepareNew(statement, out prepared);
    }

    /// <summary>Begins to give values to a statement; those of the last are let go.</summary>
    public SqliteParameterWriter StartBinding(PreparedStatement prepared)
    {
        _values.Clear();
        return new(prepared.Handle, _values, _json);
    }

    /// <summary>Gives a command's values to its statement.</summary>
    public void Bind<TCommand>(PreparedStatement prepared, in TCommand command)
        where TCommand : struct, ICommand
    {
        var writer = StartBinding(prepared);
        command.Bind(ref writer);
        prepared.ExpectAll(writer.Count);
    }

    /// <summary>Frees what values took; no statement that has them may run on.</summary>
    public void LetGoOfValues() => _values.Clear();

    /// <summary>Goes to the first row.</summary>
    /// <returns><c>SQLITE_ROW</c>, <c>SQLITE_DONE</c>, or the code of a lock that may be had in a moment.</returns>
    /// <remarks>
    /// An interruption that came before this would be lost on the engine. Later ones are not, and have to reach it, so that it undoes
    /// what the statement did: one that is merely left between two of its rows has succeeded.
    /// </remarks>
    public int Start(PreparedStatement prepared)
    {
        if (turn.IsStopped)
        {
            throw turn.Reason(prepared.Statement);
        }

        return Step(prepared);
    }

    /// <summary>Goes on to the next row.</summary>
    /// <returns><c>SQLITE_ROW</c>, <c>SQLITE_DONE</c>, or the code of a lock that may be had in a moment.</returns>
    public int Step(PreparedStatement prepared)
    {
        var code = SqliteApi.Step(prepared.Handle);
        return code is raw.SQLITE_ROW or raw.SQLITE_DONE ? code : Judge(prepared.Statement);
    }

    /// <summary>Runs a statement to its end, whose rows nobody wants.</summary>
    /// <returns><see cref="Ok"/>, or the code of a lock that may be had in a moment.</returns>
    public int StepToEnd(PreparedStatement prepared) => Finish(prepared, Start(prepared));

    /// <summary>Runs a statement from a row on to its end.</summary>
    /// <param name="prepared">The statement.</param>
    /// <param name="code">What its last step gave.</param>
    /// <returns><see cref="Ok"/>, or the code of a lock that may be had in a moment.</returns>
    public int Finish(PreparedStatement prepared, int code)
    {
        while (code == raw.SQLITE_ROW)
        {
            code = Step(prepared);
        }

        return code == raw.SQLITE_DONE ? Ok : code;
    }

    /// <summary>Runs a statement to its end, once of many times, and adds up the rows that it changed.</summary>
    /// <returns><see cref="Ok"/>, or the code of a lock that may be had in a moment.</returns>
    /// <remarks>Step and reset stand in one method because each method that leaves managed code pays for it once.</remarks>
    public int RunOnce(PreparedStatement prepared, ref long changed)
    {
        if (turn.IsStopped)
        {
            throw turn.Reason(prepared.Statement);
        }

        var before = TotalChanges;
        var code = SqliteApi.Step(prepared.Handle);
        if (code != raw.SQLITE_DONE)
        {
            code = code == raw.SQLITE_ROW ? Finish(prepared, code) : Judge(prepared.Statement);
            if (code != Ok)
            {
                return code;
            }
        }

        changed += ChangesSince(before);
        SqliteApi.Reset(prepared.Handle);
        return Ok;
    }

    /// <summary>Runs a statement without parameters.</summary>
    /// <returns><see cref="Ok"/>, or the code of a lock that may be had in a moment.</returns>
    public int Execute(Statement statement)
    {
        var code = Prepare(statement, out var prepared);
        if (code != Ok)
        {
            return code;
        }

        try
        {
            return StepToEnd(prepared);
        }
        finally
        {
            prepared.Reset();
        }
    }

    /// <summary>Runs what undoes work of this turn, also where the turn was stopped.</summary>
    public void Undo(params ReadOnlySpan<Statement> statements)
    {
        turn.MakeFirm();
        foreach (var statement in statements)
        {
            Execute(statement);
        }
    }

    /// <summary>Ends a statement's run that outlived its turn.</summary>
    public void Close(PreparedStatement prepared)
    {
        prepared.Reset();
        _values.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var prepared in _prepared)
        {
            prepared?.Finish();
        }

        _values.Dispose();
        _json.Dispose();
    }

    private int PrepareNew(Statement statement, out PreparedStatement prepared)
    {
        var code = Compile(statement, out var made);
        prepared = null!;
        if (code == Ok)
        {
            prepared = new(statement, made);
            if (statement.Number >= _prepared.Length)
            {
                Array.Resize(ref _prepared, Math.Max(statement.Number + 1, _prepared.Length * 2));
            }

            _prepared[statement.Number] = prepared;
        }

        return code;
    }

    private int Compile(Statement statement, out nint made)
    {
        var text = Encoding.UTF8.GetBytes(statement.Sqlite);
        nint first = 0, second = 0;
        int code;
        fixed (byte* start = text)
        {
            byte* tail;
            code = SqliteApi.Prepare(handle, start, text.Length, Persistent, &first, &tail);
            made = first;
            if (code != Ok)
            {
                return Judge(statement);
            }

            // Of a comment the engine makes no statement; a second one it would leave alone without a word.
            var rest = (int)(start + text.Length - tail);
            var isMore = rest > 0 && (SqliteApi.Prepare(handle, tail, rest, 0, &second, null) != Ok || second != 0);
            if (isMore || first == 0)
            {
                SqliteApi.Finalize(second);
                SqliteApi.Finalize(first);
                throw new InvalidOperationException($"{statement} must have one statement in its text, and has {(isMore ? "more" : "none")}.");
            }
        }

        return Ok;
    }

    private int Judge(Statement statement)
    {
        var code = SqliteApi.ErrorCode(handle);
        var message = Marshal.PtrToStringUTF8(SqliteApi.ErrorMessage(handle)) ?? "";
        return SqliteErrors.CanWaitFor(code) ? code
            : SqliteErrors.Primary(code) == raw.SQLITE_INTERRUPT
                ? throw turn.Reason(statement, new SqliteException(message, SqliteErrors.Primary(code), code))
            : throw SqliteErrors.From(code, message, statement);
    }
}
