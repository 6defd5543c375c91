using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

/// <summary>A command for many numbers, followed by one shared text.</summary>
internal readonly struct TestMany(string sql, string shared) : IManyCommand<long>
{
    public Statement Statement => TestCommand.For(sql);

    public string? Copy => null;

    public void BindItem<TWriter>(long item, ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.Write(item);

    public void BindShared<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.Write(shared);
}
