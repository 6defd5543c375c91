using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A list, for <c>in</c> and for array columns.</summary>
internal sealed record Listed<T>(params IReadOnlyCollection<T> Values) : IValue
{
    /// <inheritdoc/>
    public void WriteTo<TWriter>(ref TWriter parameters)
        where TWriter : struct, IParameterWriter => parameters.WriteList<T, Element>(Values, Kind.Of<T>().Value);

    private readonly struct Element : IElement<T>
    {
        public static void Write<TWriter>(T value, ref TWriter parameters)
            where TWriter : struct, IParameterWriter => Value.Write(value, ref parameters);
    }
}
