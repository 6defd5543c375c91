namespace Dowel.Schema;

/// <summary>An engine refuses a statement.</summary>
/// <param name="message">What the engine says.</param>
/// <param name="sql">The statement.</param>
/// <param name="inner">The driver's exception; null where there is none.</param>
internal sealed class SchemaStatementException(string message, string sql, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The statement.</summary>
    public string Sql { get; } = sql;
}
