using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Nothing, where a document should be.</summary>
internal readonly struct NoDocument : IValue
{
    /// <inheritdoc/>
    public void WriteTo<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.WriteJson(null!, Document.Type);
}
