using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

/// <summary>Sends an array and reads it back.</summary>
internal readonly struct ArrayQuery<T>(string sql, T[] values) : IQuery<T[]>
{
    public ArrayQuery(T[] values)
        : this("select ?1", values)
    {
    }

    public Statement Statement => TestCommand.For(sql);

    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.WriteList<T, TestElement<T>>(values, ValueKind.Text);

    public static T[] Read<TRow>(in TRow row)
        where TRow : struct, IRow => row.GetArray<T>(0);
}
