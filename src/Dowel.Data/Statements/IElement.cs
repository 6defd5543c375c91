namespace Dowel.Data;

/// <summary>How one value of a list or an array is written.</summary>
/// <typeparam name="T">The value's type in C#.</typeparam>
public interface IElement<T>
{
    /// <summary>Writes a value.</summary>
    /// <typeparam name="TWriter">The engine's writer.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="parameters">Where to.</param>
    static abstract void Write<TWriter>(T value, ref TWriter parameters)
        where TWriter : struct, IParameterWriter;
}
