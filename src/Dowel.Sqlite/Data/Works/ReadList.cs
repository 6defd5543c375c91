using Dowel.Data;
using SQLitePCL;

namespace Dowel.Sqlite;

/// <summary>Reads all rows.</summary>
/// <typeparam name="TQuery">The query.</typeparam>
/// <typeparam name="TResult">What a row becomes.</typeparam>
/// <param name="query">Statement and values.</param>
internal readonly struct ReadList<TQuery, TResult>(TQuery query) : ISqliteWork<List<TResult>>
    where TQuery : struct, IQuery<TResult>
{
    /// <inheritdoc/>
    public Statement Statement => query.Statement;

    /// <inheritdoc/>
    public int Run(SqliteEngine engine, out List<TResult> result)
    {
        result = [];
        var code = engine.Prepare(query.Statement, out var prepared);
        if (code != SqliteEngine.Ok)
        {
            return code;
        }

        try
        {
            engine.Bind(prepared, in query);
            var row = new SqliteRow(prepared.Handle);
            for (code = engine.Start(prepared); code == raw.SQLITE_ROW; code = engine.Step(prepared))
            {
                result.Add(TQuery.Read(in row));
            }

            return code == raw.SQLITE_DONE ? SqliteEngine.Ok : code;
        }
        finally
        {
            prepared.Reset();
        }
    }
}
