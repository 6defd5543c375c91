using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A query for a column of arrays.</summary>
internal readonly struct AskArray<T>(string sql) : IQuery<T[]>
{
    /// <inheritdoc/>
    public Statement Statement => Texts.Of(sql);

    /// <inheritdoc/>
    public static T[] Read<TRow>(in TRow row)
        where TRow : struct, IRow => row.GetArray<T>(0);

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
    }
}
