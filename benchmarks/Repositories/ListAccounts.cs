using Dowel.Data;

namespace Dowel.Benchmarks;

/// <summary>Asks for the first accounts.</summary>
internal readonly struct ListAccounts(long limit) : IQuery<Account>
{
    /// <inheritdoc/>
    public Statement Statement => AccountStatements.List;

    /// <inheritdoc/>
    public static Account Read<TRow>(in TRow row)
        where TRow : struct, IRow => AccountStatements.Read(in row);

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.Write(limit);
}
