using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Inserts a row, or changes the one that is there.</summary>
/// <typeparam name="TCommand">The command.</typeparam>
/// <param name="command">Statements and values.</param>
/// <param name="frame">What makes one of the two statements.</param>
internal readonly struct RunUpsert<TCommand>(TCommand command, SqliteFrame frame) : ISqliteWork<UpsertResult>
    where TCommand : struct, IUpsertCommand
{
    /// <inheritdoc/>
    public Statement Statement => command.Statement;

    /// <inheritdoc/>
    public int Run(SqliteEngine engine, out UpsertResult result) => frame.Run(engine, new Pair(command), out result);

    private readonly struct Pair(TCommand command) : ISqliteWork<UpsertResult>
    {
        public Statement Statement => command.Statement;

        public int Run(SqliteEngine engine, out UpsertResult result)
        {
            result = UpsertResult.Inserted;
            var code = RunCommand<TCommand>.Run(engine, command.Statement, in command, out var changed);
            if (code == SqliteEngine.Ok && changed == 0)
            {
                code = RunCommand<TCommand>.Run(engine, command.Update, in command, out changed);
                result = changed == 0 ? UpsertResult.Unchanged : UpsertResult.Updated;
            }

            return code;
        }
    }
}
