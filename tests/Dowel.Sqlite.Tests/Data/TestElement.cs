using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

/// <summary>Writes elements of several types.</summary>
internal readonly struct TestElement<T> : IElement<T>
{
    public static void Write<TWriter>(T value, ref TWriter parameters)
        where TWriter : struct, IParameterWriter => TestCommand.Bind([value], ref parameters);
}
