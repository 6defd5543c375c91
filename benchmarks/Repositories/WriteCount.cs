using Dowel.Data;

namespace Dowel.Benchmarks;

/// <summary>Sets a counter's number.</summary>
internal readonly struct WriteCount(long id, long count) : ICommand
{
    /// <inheritdoc/>
    public Statement Statement => AccountStatements.SetCount;

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
        parameters.Write(id);
        parameters.Write(count);
    }
}
