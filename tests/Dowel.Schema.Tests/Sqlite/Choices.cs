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

    /// <summary>Two of them: each for itself, or one and the other but for a few decisions.</summary>
    public static Arbitrary<(byte[] One, byte[] Other)> Pairs { get; } =
        Arb.From(Bytes.Generator.Zip(Bytes.Generator).Zip(Gen.Choose(0, int.MaxValue - 1), (pair, seed) => (pair.Item1, Near(pair.Item1, pair.Item2, new Random(seed)))), Shrink);

    private static byte[] Near(byte[] one, byte[] other, Random random)
    {
        if (random.Next(2) == 0)
        {
            return other;
        }

        var near = one.ToArray();
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            near[random.Next(near.Length)] = other[random.Next(other.Length)];
        }

        return near;
    }

    private static IEnumerable<(byte[] One, byte[] Other)> Shrink((byte[] One, byte[] Other) pair) =>
        Spans(pair.One, pair.Other).Select(span => (Zeroed(pair.One, span), Zeroed(pair.Other, span)))
            .Concat(Shrink(pair.One).Select(one => (one, pair.Other)))
            .Concat(Shrink(pair.Other).Select(other => (pair.One, other)));

    private static IEnumerable<byte[]> Shrink(byte[] bytes) => Spans(bytes, bytes).Select(span => Zeroed(bytes, span));

    // Ever smaller ones; a decision that is zero is to leave out or to be plain.
    private static IEnumerable<Range> Spans(byte[] one, byte[] other)
    {
        for (var length = one.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= one.Length; start += length)
            {
                if (one.AsSpan(start, length).ContainsAnyExcept((byte)0) || other.AsSpan(start, length).ContainsAnyExcept((byte)0))
                {
                    yield return start..(start + length);
                }
            }
        }
    }

    private static byte[] Zeroed(byte[] bytes, Range span) => [.. bytes[..span.Start], .. new byte[span.GetOffsetAndLength(bytes.Length).Length], .. bytes[span.End..]];
}
