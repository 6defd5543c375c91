using Dowel.Data;

namespace Dowel.Sqlite;

/// <summary>Runs a statement of the engine's own.</summary>
/// <param name="statement">The statement, without parameters.</param>
internal readonly struct RunStatement(Statement statement) : ISqliteWork<bool>
{
    /// <inheritdoc/>
    public Statement Statement => statement;

    /// <inheritdoc/>
    public int Run(SqliteEngine engine, out bool result)
    {
        var code = engine.Execute(statement);
        result = code == SqliteEngine.Ok;
        return code;
    }
}
