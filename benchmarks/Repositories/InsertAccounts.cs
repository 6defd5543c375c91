using Dowel.Data;

namespace Dowel.Benchmarks;

/// <summary>Inserts accounts.</summary>
internal readonly struct InsertAccounts : IManyCommand<Account>
{
    /// <inheritdoc/>
    public Statement Statement => AccountStatements.Insert;

    /// <inheritdoc/>
    public string? Copy => AccountStatements.Copy;

    /// <inheritdoc/>
    public void BindItem<TWriter>(Account item, ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
        parameters.Write(item.UserId);
        parameters.Write(item.Email);
        parameters.Write(item.Username);
        parameters.Write(item.PassHash);
        parameters.Write(item.CreatedAt);
        if (item.LastLoginAt is { } lastLoginAt)
        {
            parameters.Write(lastLoginAt);
        }
        else
        {
            parameters.WriteNull(ValueKind.BigInt);
        }
    }

    /// <inheritdoc/>
    public void BindShared<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
    }
}
