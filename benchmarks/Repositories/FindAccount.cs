using Dowel.Data;

namespace Dowel.Benchmarks;

/// <summary>Asks for one account.</summary>
internal readonly struct FindAccount(long userId) : IQuery<Account>
{
    /// <inheritdoc/>
    public Statement Statement => AccountStatements.Find;

    /// <inheritdoc/>
    public static Account Read<TRow>(in TRow row)
        where TRow : struct, IRow => AccountStatements.Read(in row);

    /// <inheritdoc/>
    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.Write(userId);
}
