using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A statement with values, sent for its rows.</summary>
internal readonly struct Ask<T>(string sql, params object?[] values) : IQuery<T>
{
    private readonly Do _command = new(sql, values);

    /// <inheritdoc/>
    public Statement Statement => _command.Statement;

    /// <inheritdoc/>
    public static T Read<TRow>(in TRow row)
        where TRow : struct, IRow => Value.Read<TRow, T>(in row, 0);

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => _command.Bind(ref parameters);
}
