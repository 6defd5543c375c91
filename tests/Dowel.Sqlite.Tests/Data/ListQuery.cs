using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

/// <summary>Sends a list and reads a number.</summary>
internal readonly struct ListQuery<T>(string sql, T[] values) : IQuery<long>
{
    public Statement Statement => TestCommand.For(sql);

    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.WriteList<T, TestElement<T>>(values, ValueKind.Text);

    public static long Read<TRow>(in TRow row)
        where TRow : struct, IRow => row.GetInt64(0);
}
