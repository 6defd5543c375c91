using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>What makes one of several statements: a transaction, or a part of the one that is open.</summary>
internal sealed class SqliteFrame
{
    /// <summary>A transaction.</summary>
    public static readonly SqliteFrame Transaction = new(SqliteCommands.BeginWrite, SqliteCommands.Commit, [SqliteCommands.Rollback]);

    /// <summary>A part of the one that is open.</summary>
    public static readonly SqliteFrame Part =
        new(SqliteCommands.Savepoint, SqliteCommands.Release, [SqliteCommands.RollbackPart, SqliteCommands.Release]);

    private readonly Statement _begin;
    private readonly Statement _end;
    private readonly Statement[] _undo;

    private SqliteFrame(Statement begin, Statement end, Statement[] undo) => (_begin, _end, _undo) = (begin, end, undo);

    /// <summary>Does work inside.</summary>
    /// <returns><see cref="SqliteEngine.Ok"/>, or the code of a lock that may be had in a moment; nothing has then happened.</returns>
    public int Run<TWork, TResult>(SqliteEngine engine, TWork work, out TResult result)
        where TWork : struct, ISqliteWork<TResult>
    {
        result = default!;
        var code = engine.Execute(_begin);
        if (code != SqliteEngine.Ok)
        {
            return code;
        }

        var isDone = false;
        try
        {
            code = work.Run(engine, out result);
            if (code == SqliteEngine.Ok)
            {
                code = engine.Execute(_end);
                isDone = code == SqliteEngine.Ok;
            }
        }
        finally
        {
            // The engine itself undoes everything after some failures, an interruption among them.
            if (!isDone && engine.InTransaction)
            {
                engine.Undo(_undo);
            }
        }

        return code;
    }
}
