using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Runs a command and counts the rows that it changed.</summary>
/// <typeparam name="TCommand">The command.</typeparam>
/// <param name="command">Statement and values.</param>
internal readonly struct RunCommand<TCommand>(TCommand command) : ISqliteWork<long>
    where TCommand : struct, ICommand
{
    /// <inheritdoc/>
    public Statement Statement => command.Statement;

    /// <inheritdoc/>
    public int Run(SqliteEngine engine, out long result) => Run(engine, Statement, command, out result);

    /// <summary>Runs a statement with a command's values.</summary>
    public static int Run(SqliteEngine engine, Statement statement, in TCommand command, out long changed)
    {
        changed = 0;
        var code = engine.Prepare(statement, out var prepared);
        if (code != SqliteEngine.Ok)
        {
            return code;
        }

        try
        {
            engine.Bind(prepared, in command);
            var before = engine.TotalChanges;
            code = engine.StepToEnd(prepared);
            changed = engine.ChangesSince(before);
            return code;
        }
        finally
        {
            prepared.Reset();
        }
    }
}
