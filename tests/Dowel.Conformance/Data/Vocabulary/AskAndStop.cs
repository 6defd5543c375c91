using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A query that is cancelled by who reads its first row.</summary>
internal readonly struct AskAndStop : IQuery<long>
{
    [ThreadStatic]
    private static CancellationTokenSource? _source;

    private readonly string _sql;

    public AskAndStop(string sql, CancellationTokenSource source)
    {
        _sql = sql;
        _source = source;
    }

    /// <inheritdoc/>
    public Statement Statement => Texts.Of(_sql);

    /// <inheritdoc/>
    public static long Read<TRow>(in TRow row)
        where TRow : struct, IRow
    {
        _source!.Cancel();
        return row.GetInt64(0);
    }

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
    }
}
