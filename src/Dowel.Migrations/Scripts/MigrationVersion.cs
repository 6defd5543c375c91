using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Dowel.Migrations;

/// <summary>The number a migration is ordered by: one or more whole numbers of any length, zero or greater, between dots.</summary>
/// <remarks>Leading zeros and trailing <c>.0</c> parts do not count: <c>1</c>, <c>001</c> and <c>1.0</c> are equal. A timestamp is one long number.</remarks>
public readonly record struct MigrationVersion : IComparable<MigrationVersion>
{
    private readonly string? _text;
    private readonly string? _key;

    private MigrationVersion(string text, string key) => (_text, _key) = (text, key);

    /// <summary>The version as it was written, with dots between its parts: <c>001</c>, <c>1.2</c>.</summary>
    public string Text => _text ?? "0";

    /// <summary>The one spelling that all equal versions share: <c>1</c>, <c>1.2</c>.</summary>
    public string Key => _key ?? "0";

    /// <summary>Reads a version whose parts stand between dots or underscores.</summary>
    /// <param name="text">For example <c>001</c>, <c>1.2</c>, <c>1_2</c> or <c>20261121093000</c>.</param>
    /// <param name="version">The version read.</param>
    /// <returns>False where a part is empty or holds anything but the digits 0 to 9.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out MigrationVersion version)
    {
        version = default;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        if (!text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            version = new(text, WithoutZeros(text));
            return true;
        }

        var parts = text.Replace('_', '.').Split('.');
        if (Array.Exists(parts, part => part.Length == 0 || part.AsSpan().ContainsAnyExceptInRange('0', '9')))
        {
            return false;
        }

        var key = Array.ConvertAll(parts, WithoutZeros);
        var length = Array.FindLastIndex(key, part => part != "0") + 1;
        version = new(string.Join('.', parts), length == 0 ? "0" : string.Join('.', key, 0, length));
        return true;
    }

    /// <summary>Reads a version, or throws.</summary>
    /// <exception cref="FormatException">The text is not a version.</exception>
    public static MigrationVersion Parse(string text) => TryParse(text, out var version)
        ? version
        : throw new FormatException($"'{text}' is not a version: digits, with dots or underscores between parts.");

    /// <inheritdoc/>
    public int CompareTo(MigrationVersion other)
    {
        var left = Key.AsSpan();
        var right = other.Key.AsSpan();
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var one = TakePart(ref left);
            var two = TakePart(ref right);
            var order = one.Length != two.Length ? one.Length.CompareTo(two.Length) : one.SequenceCompareTo(two);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static string WithoutZeros(string digits) => digits.TrimStart('0') is { Length: > 0 } rest ? rest : "0";

    private static ReadOnlySpan<char> TakePart(ref ReadOnlySpan<char> key)
    {
        var dot = key.IndexOf('.');
        var part = dot < 0 ? key : key[..dot];
        key = dot < 0 ? [] : key[(dot + 1)..];
        return part;
    }

    /// <summary>Whether this is the next number behind another: 3 behind 2; any step below a dot counts as next.</summary>
    public bool Follows(MigrationVersion other) =>
        Key.Contains('.', StringComparison.Ordinal)
        || other.Key.Contains('.', StringComparison.Ordinal)
        || BigInteger.Parse(Key, CultureInfo.InvariantCulture) - BigInteger.Parse(other.Key, CultureInfo.InvariantCulture) == 1;

    /// <summary>Whether both are the same number, however they are written.</summary>
    public bool Equals(MigrationVersion other) => Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Whether the left one comes first.</summary>
    public static bool operator <(MigrationVersion left, MigrationVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one comes later.</summary>
    public static bool operator >(MigrationVersion left, MigrationVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one comes first or is the same.</summary>
    public static bool operator <=(MigrationVersion left, MigrationVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one comes later or is the same.</summary>
    public static bool operator >=(MigrationVersion left, MigrationVersion right) => left.CompareTo(right) >= 0;
}
