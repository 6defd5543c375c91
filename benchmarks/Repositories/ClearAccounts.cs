using Dowel.Data;

namespace Dowel.Benchmarks;

/// <summary>Takes out what was inserted.</summary>
internal readonly struct ClearAccounts : ICommand
{
    /// <inheritdoc/>
    public Statement Statement => AccountStatements.Clear;

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
    }
}
