using Dowel.Data;

namespace Dowel.Sqlite.Tests.Data;

/// <summary>Sends a decimal and reads it back.</summary>
internal readonly struct DecimalQuery(decimal value, int precision, int scale) : IQuery<decimal>
{
    [ThreadStatic]
    private static (int Precision, int Scale) _column;

    public Statement Statement => TestCommand.For("select ?1");

    public void Bind<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
        _column = (precision, scale);
        parameters.Write(value, precision, scale);
    }

    public static decimal Read<TRow>(in TRow row)
        where TRow : struct, IRow => row.GetDecimal(0, _column.Precision, _column.Scale);
}
