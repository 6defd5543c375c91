namespace System;

/// <summary>What the compiler asks for where a pattern looks at a list's end; .NET Standard 2.0 does not have it.</summary>
/// <param name="value">How far from the start or the end.</param>
/// <param name="fromEnd">Whether it counts from the end.</param>
internal readonly struct Index(int value, bool fromEnd = false)
{
    /// <summary>The place in a list.</summary>
    /// <param name="length">How long the list is.</param>
    /// <returns>The place from the start.</returns>
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
