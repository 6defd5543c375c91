using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A statement with values, sent for what it does.</summary>
internal readonly struct Do(string sql, params object?[] values) : ICommand
{
    /// <inheritdoc/>
    public Statement Statement => Texts.Of(sql);

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
        foreach (var value in values)
        {
            Value.Write(value, ref parameters);
        }
    }
}
