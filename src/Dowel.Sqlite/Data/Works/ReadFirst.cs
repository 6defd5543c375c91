using Dowel.Data;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>Reads the first row.</summary>
/// <typeparam name="TQuery">The query.</typeparam>
/// <typeparam name="TResult">What a row becomes.</typeparam>
/// <param name="query">Statement and values.</param>
/// <param name="need">Whether there must be one.</param>
internal readonly struct ReadFirst<TQuery, TResult>(TQuery query, RowNeed need) : ISqliteWork<TResult?>
    where TQuery : struct, IQuery<TResult>
{
    /// <inheritdoc/>
    public Statement Statement => query.Statement;

    /// <inheritdoc/>
    public int Run(SqliteEngine engine, out TResult? result)
    {
        result = default;
        var code = engine.Prepare(query.Statement, out var prepared);
        if (code != SqliteEngine.Ok)
        {
            return code;
        }

        try
        {
            engine.Bind(prepared, in query);
            code = engine.Start(prepared);
            if (code == raw.SQLITE_ROW)
            {
                result = TQuery.Read(new SqliteRow(prepared.Handle));

                // A statement that writes is not over before its last row.
                return prepared.IsReadOnly ? SqliteEngine.Ok : engine.Finish(prepared, code);
            }

            return code != raw.SQLITE_DONE ? code
                : need == RowNeed.Required ? throw new NoRowException(query.Statement)
                : SqliteEngine.Ok;
        }
        finally
        {
            prepared.Reset();
        }
    }
}
