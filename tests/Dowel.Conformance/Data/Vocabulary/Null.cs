using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A null of a kind.</summary>
internal sealed record Null(ValueKind Kind) : IValue
{
    /// <inheritdoc/>
    public void WriteTo<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.WriteNull(Kind);
}
