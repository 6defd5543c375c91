using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Asks the engine whether a statement only reads.</summary>
/// <param name="statement">The statement.</param>
internal readonly struct AskWhetherReads(Statement statement) : ISqliteWork<bool>
{
    /// <inheritdoc/>
    public Statement Statement => statement;

    /// <inheritdoc/>
    public int Run(SqliteEngine engine, out bool result)
    {
        var code = engine.Prepare(statement, out var prepared);
        result = code == SqliteEngine.Ok && prepared.IsReadOnly;
        return code;
    }
}
