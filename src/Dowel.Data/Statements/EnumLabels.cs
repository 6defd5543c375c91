using System.Text;

namespace Dowel.Data;

/// <summary>The texts that stand for an enum's members in the database.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <remarks>Immutable. Looks through them one by one: enums are short, and nothing is hashed or allocated.</remarks>
public sealed class EnumLabels<TEnum>
    where TEnum : struct, Enum
{
    private readonly TEnum[] _values;
    private readonly string[] _texts;
    private readonly byte[][] _utf8;

    /// <summary>Takes members and labels.</summary>
    /// <param name="labels">Each member once.</param>
    public EnumLabels(params ReadOnlySpan<(TEnum Value, string Text)> labels)
    {
        _values = new TEnum[labels.Length];
        _texts = new string[labels.Length];
        _utf8 = new byte[labels.Length][];
        for (var i = 0; i < labels.Length; i++)
        {
            (_values[i], _texts[i]) = labels[i];
            _utf8[i] = Encoding.UTF8.GetBytes(_texts[i]);
        }
    }

    /// <summary>The labels, in the order of the members.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The label of a member.</summary>
    /// <param name="value">The member.</param>
    /// <returns>Its label.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value has no label.</exception>
    public string TextOf(TEnum value) => _texts[IndexOf(value)];

    /// <summary>The label of a member in UTF-8.</summary>
    /// <param name="value">The member.</param>
    /// <returns>Its label.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value has no label.</exception>
    public ReadOnlySpan<byte> Utf8Of(TEnum value) => _utf8[IndexOf(value)];

    /// <summary>Finds the member of a label.</summary>
    /// <param name="text">The label.</param>
    /// <param name="value">The member.</param>
    /// <returns>False where no member has this label.</returns>
    public bool TryParse(ReadOnlySpan<char> text, out TEnum value)
    {
        for (var i = 0; i < _texts.Length; i++)
        {
            if (text.SequenceEqual(_texts[i]))
            {
                value = _values[i];
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>Finds the member of a label in UTF-8.</summary>
    /// <param name="utf8">The label.</param>
    /// <param name="value">The member.</param>
    /// <returns>False where no member has this label.</returns>
    public bool TryParse(ReadOnlySpan<byte> utf8, out TEnum value)
    {
        for (var i = 0; i < _utf8.Length; i++)
        {
            if (utf8.SequenceEqual(_utf8[i]))
            {
                value = _values[i];
                return true;
            }
        }

        value = default;
        return false;
    }

    private int IndexOf(TEnum value)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (EqualityComparer<TEnum>.Default.Equals(_values[i], value))
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(TEnum).Name} has no label for this value.");
    }
}
