using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Runs a command for each item: all of them, or none.</summary>
/// <typeparam name="TCommand">The command.</typeparam>
/// <typeparam name="TItem">The item.</typeparam>
/// <param name="command">Statement and shared values.</param>
/// <param name="items">The items.</param>
/// <param name="frame">What makes one of them.</param>
internal readonly struct RunMany<TCommand, TItem>(TCommand command, IReadOnlyCollection<TItem> items, SqliteFrame frame) : ISqliteWork<long>
    where TCommand : struct, IManyCommand<TItem>
{
    /// <inheritdoc/>
    public static bool IsSpoiledByAll => true;

    /// <inheritdoc/>
    public Statement Statement => command.Statement;

    /// <inheritdoc/>
    public int Run(SqliteEngine engine, out long result) => frame.Run(engine, new Items(command, items), out result);

    private readonly struct Items(TCommand command, IReadOnlyCollection<TItem> items) : ISqliteWork<long>
    {
        public Statement Statement => command.Statement;

        public int Run(SqliteEngine engine, out long result)
        {
            result = 0;
            var code = engine.Prepare(Statement, out var prepared);
            if (code != SqliteEngine.Ok)
            {
                return code;
            }

            try
            {
                foreach (var item in items)
                {
                    var writer = engine.StartBinding(prepared);
                    command.BindItem(item, ref writer);
                    command.BindShared(ref writer);
                    prepared.ExpectAll(writer.Count);
                    code = engine.RunOnce(prepared, ref result);
                    if (code != SqliteEngine.Ok)
                    {
                        return code;
                    }
                }

                return code;
            }
            finally
            {
                prepared.Reset();
            }
        }
    }
}
