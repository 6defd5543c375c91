using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A decimal number in a column of given digits.</summary>
internal readonly record struct Number<TDigits>(decimal Value) : IValue
    where TDigits : IDigits
{
    /// <summary>The number that a column holds.</summary>
    public static Number<TDigits> Read<TRow>(in TRow row, int ordinal)
        where TRow : struct, IRow => new(row.GetDecimal(ordinal, TDigits.Precision, TDigits.Scale));

    /// <inheritdoc/>
    public void WriteTo<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.Write(Value, TDigits.Precision, TDigits.Scale);
}
