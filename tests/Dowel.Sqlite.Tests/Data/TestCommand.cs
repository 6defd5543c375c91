using System.Collections.Concurrent;
using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

/// <summary>A command as a repository would have it, with any values.</summary>
internal readonly struct TestCommand(string sql, params object?[] values) : ICommand
{
    private static readonly ConcurrentDictionary<string, Statement> Statements = new(StringComparer.Ordinal);

    public Statement Statement => For(sql);

    public static Statement For(string sql) => Statements.GetOrAdd(sql, text => new("Test.RunAsync", text, ""));

    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => Bind(values, ref parameters);

    public static void Bind<TWriter>(object?[] values, ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
        foreach (var value in values)
        {
            Bind(value, ref parameters);
        }
    }

    private static void Bind<TWriter>(object? value, ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
        switch (value)
        {
            case null: parameters.WriteNull(ValueKind.Text); break;
            case bool x: parameters.Write(x); break;
            case short x: parameters.Write(x); break;
            case int x: parameters.Write(x); break;
            case long x: parameters.Write(x); break;
            case float x: parameters.Write(x); break;
            case double x: parameters.Write(x); break;
            case string x: parameters.Write(x); break;
            case byte[] x: parameters.Write((ReadOnlyMemory<byte>)x); break;
            case Guid x: parameters.Write(x); break;
            case DateTimeOffset x: parameters.Write(x); break;
            case DateTime x: parameters.Write(x); break;
            case DateOnly x: parameters.Write(x); break;
            case TimeOnly x: parameters.Write(x); break;
            case TimeSpan x: parameters.Write(x); break;
            case ValueTuple<decimal, int, int> x: parameters.Write(x.Item1, x.Item2, x.Item3); break;
            default: throw new NotSupportedException(value.GetType().Name);
        }
    }
}
