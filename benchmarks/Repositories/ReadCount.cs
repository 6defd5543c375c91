using Dowel.Data;

namespace Dowel.Benchmarks;

/// <summary>Asks for a counter's number.</summary>
internal readonly struct ReadCount(long id) : IQuery<long>
{
    /// <inheritdoc/>
    public Statement Statement => AccountStatements.Count;

    /// <inheritdoc/>
    public static long Read<TRow>(in TRow row)
        where TRow : struct, IRow => row.GetInt64(0);

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.Write(id);
}
