using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Sends a statement with numbers, for its first column or for what it does.</summary>
internal readonly struct Tell<T>(Told told, params long[] values) : IQuery<T>
{
    /// <inheritdoc/>
    public Statement Statement => told.Statement;

    /// <inheritdoc/>
    public static T Read<TRow>(in TRow row)
        where TRow : struct, IRow => typeof(T) == typeof(string) ? (T)(object)row.GetString(0) : (T)(object)row.GetInt64(0);

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
        foreach (var value in values)
        {
            parameters.Write(value);
        }
    }
}
