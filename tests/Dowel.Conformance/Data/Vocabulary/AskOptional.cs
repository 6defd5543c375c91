using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A query for a column that may be null.</summary>
internal readonly struct AskOptional<T>(string sql) : IQuery<Optional<T>>
{
    /// <inheritdoc/>
    public Statement Statement => Texts.Of(sql);

    /// <inheritdoc/>
    public static Optional<T> Read<TRow>(in TRow row)
        where TRow : struct, IRow => row.IsNull(0) ? default : new(Value.Read<TRow, T>(in row, 0), HasValue: true);

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
    }
}
