using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

/// <summary>An upsert of a number and a text.</summary>
internal readonly struct TestUpsert(string insert, string update, long id, string text) : IUpsertCommand
{
    public Statement Statement => TestCommand.For(insert);

    public Statement Update => TestCommand.For(update);

    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
        parameters.Write(id);
        parameters.Write(text);
    }
}
