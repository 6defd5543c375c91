using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A value that knows how it is written.</summary>
internal interface IValue
{
    /// <summary>Writes it.</summary>
    void WriteTo<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter;
}
