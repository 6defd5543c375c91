using FsCheck;
using FsCheck.Fluent;

namespace Dowel.Schema.Tests;

/// <summary>Decisions taken one after the other from bytes; where those are over, always the first and plainest.</summary>
/// <param name="bytes">The bytes.</param>
internal sealed class Choices(byte[] bytes)
{
    private int _next;

    /// <summary>Random bytes, which shrink to fewer and plainer decisions.</summary>
    public static Arbitrary<byte[]> Bytes { get; } =
        Arb.From(Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf(160), Shrink);

    /// <summary>A number below a limit.</summary>
    public int Below(int limit) => _next < bytes.Length ? bytes[_next++] % limit : 0;

    /// <summary>One of some.</summary>
    public T Of<T>(params T[] all) => all[Below(all.Length)];

    /// <summary>Yes once in so many times.</summary>
    public bool Once(int times) => Below(times) == times - 1;

    private static IEnumerable<byte[]> Shrink(byte[] bytes)
    {
        for (var length = bytes.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= bytes.Length; start += length)
            {
                if (bytes.AsSpan(start, length).ContainsAnyExcept((byte)0))
                {
                    yield return [.. bytes[..start], .. new byte[length], .. bytes[(start + length)..]];
                }
            }
        }
    }
}
