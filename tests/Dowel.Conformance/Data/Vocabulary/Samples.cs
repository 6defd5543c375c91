using System.Text;

namespace Dowel.Conformance;

/// <summary>Values of all kinds: those at the edges, and any.</summary>
internal static class Samples
{
    private static readonly Dictionary<Type, object[]> AllEdges = new()
    {
        [typeof(bool)] = [false, true],
        [typeof(short)] = [short.MinValue, (short)-1, (short)0, short.MaxValue],
        [typeof(int)] = [int.MinValue, -1, 0, int.MaxValue],
        [typeof(long)] = [long.MinValue, -1L, 0L, 1L << 53, (1L << 53) + 1, long.MaxValue],
        [typeof(float)] = [float.NegativeInfinity, float.MinValue, -0f, 0f, 0.1f, 16_777_217f, float.Epsilon, float.MaxValue, float.PositiveInfinity],
        [typeof(double)] =
        [
            double.NegativeInfinity, double.MinValue, -0d, 0d, 0.1, 0.1 + 0.2, 9007199254740993d, 1e23, double.Epsilon, 2.2250738585072014e-308,
            double.MaxValue, double.PositiveInfinity,
        ],
        [typeof(Number<Cents>)] = Numbers<Cents>(-9_999_999.99m, -0.01m, 0m, 0.00m, 1m, 1.5m, 1.50m, 9_999_999.99m),
        [typeof(Number<Grains>)] = Numbers<Grains>(-0.999999999999999999m, 0m, 0.000000000000000001m, 0.5m, 0.999999999999999999m),
        [typeof(Number<Units>)] = Numbers<Units>(-99_999_999_999_999_999_999m, long.MinValue, -10m, -9m, -1m, 0m, 9m, 10m, ulong.MaxValue, 99_999_999_999_999_999_999m),
        [typeof(Number<Atoms>)] = Numbers<Atoms>(
            -999_999_999_999_999_999.9999999999m, -10m, -9.9999999999m, -0.0000000001m, 0m, 0.0000000001m, 9.5m, 10m, 999_999_999_999_999_999.9999999999m),
        [typeof(string)] =
        [
            "", " ", "a", "A", "b", "a ", "ab", "é", "e\u0301", "ß", "ss", "\u0001", "\u007f", "\u0080", "\ud7ff", "\ue000", "\ufeff", "\uffff", "😀", "😀a",
            "\U0010ffff", "O'Brien", "\"quoted\"", "\\", "%_", "[1]", "null", "{\"a\":1}", "a\r\nb\tc", new string('x', 100_000),
        ],
        [typeof(byte[])] = [Array.Empty<byte>(), new byte[] { 0 }, new byte[] { 0, 0 }, new byte[] { 1 }, new byte[] { 255 }, "text"u8.ToArray(), new byte[100_000]],
        [typeof(Guid)] =
        [
            Guid.Empty, Guid.AllBitsSet, new Guid("00000000-0000-0000-0000-000000000001"), new Guid("01000000-0000-0000-0000-000000000000"),
            new Guid("a0000000-0000-4000-8000-00000000000f"), new Guid("0fffffff-ffff-ffff-ffff-ffffffffffff"),
        ],
        [typeof(DateTimeOffset)] =
        [
            DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddTicks(-1), DateTimeOffset.UnixEpoch.AddTicks(9),
            new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(14)), new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.FromMinutes(-90)),
            new DateTimeOffset(1999, 12, 31, 23, 59, 59, 999, 999, TimeSpan.Zero), DateTimeOffset.MaxValue,
        ],
        [typeof(DateTime)] = [Utc(DateTime.MinValue), DateTime.UnixEpoch, DateTime.UnixEpoch.AddTicks(-15), Utc(DateTime.MaxValue)],
        [typeof(DateOnly)] = [DateOnly.MinValue, new DateOnly(1582, 10, 10), new DateOnly(1970, 1, 1), new DateOnly(2000, 2, 29), DateOnly.MaxValue],
        [typeof(TimeOnly)] = [TimeOnly.MinValue, new TimeOnly(9), new TimeOnly(23, 59, 59), TimeOnly.MaxValue],
        [typeof(TimeSpan)] =
        [
            TimeSpan.MinValue, TimeSpan.FromTicks(-15), TimeSpan.FromTicks(-10), TimeSpan.FromTicks(-1), TimeSpan.Zero, TimeSpan.FromTicks(19), TimeSpan.FromHours(24),
            TimeSpan.FromDays(31), TimeSpan.FromDays(366), TimeSpan.MaxValue,
        ],
        [typeof(Colour)] = [Colour.Red, Colour.SkyBlue],
        [typeof(Document)] =
        [
            new Document("", 0m, null), new Document("😀 \"'\\ \u0001 \u2028 </script>", 79_228_162_514_264_337_593_543_950_335m, true), new Document("null", -0.10m, false),
        ],
    };

    private static readonly Dictionary<Type, Func<Random, object>> Makers = new()
    {
        [typeof(bool)] = random => random.Next(2) == 0,
        [typeof(short)] = random => (short)Near(random),
        [typeof(int)] = random => (int)Near(random),
        [typeof(long)] = random => Near(random),
        [typeof(float)] = random => Real(random, BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue))),
        [typeof(double)] = random => Real(random, BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))),
        [typeof(Number<Cents>)] = random => new Number<Cents>(random.Next(-999_999_999, 1_000_000_000) / 100m),
        [typeof(Number<Grains>)] = random => new Number<Grains>(new decimal(random.Next(), random.Next(232_000_000), 0, random.Next(2) == 0, 18)),
        [typeof(Number<Units>)] = random => new Number<Units>(Math.Truncate(Wide(random) / 1e8m)),
        [typeof(Number<Atoms>)] = random => new Number<Atoms>(Wide(random) / 1e10m),
        [typeof(string)] = random => Text(random),
        [typeof(byte[])] = random => Bytes(random),
        [typeof(Guid)] = random => new Guid(Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256)).ToArray()),
        [typeof(DateTimeOffset)] = random => new DateTimeOffset(Time(random)).ToOffset(TimeSpan.FromMinutes(random.Next(-60, 60))),
        [typeof(DateTime)] = random => Time(random),
        [typeof(DateOnly)] = random => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber)),
        [typeof(TimeOnly)] = random => new TimeOnly(random.NextInt64(TimeOnly.MaxValue.Ticks)),
        [typeof(TimeSpan)] = random => new TimeSpan(Near(random)),
        [typeof(Colour)] = random => (Colour)random.Next(2),
        [typeof(Document)] = random => new Document(Text(random), Wide(random), random.Next(3) switch { 0 => true, 1 => false, _ => null }),
    };

    /// <summary>One value of each kind, for a theory to be generic over.</summary>
    public static TheoryData<object> OfEachKind => [.. AllEdges.Values.Select(edges => edges[0])];

    /// <summary>The values of a type at which something might change.</summary>
    public static IReadOnlyList<T> Edges<T>() => [.. AllEdges[typeof(T)].Cast<T>()];

    /// <summary>Any value of a type; some come often, so that equals meet.</summary>
    public static T Next<T>(Random random) =>
        random.Next(8) == 0 ? (T)AllEdges[typeof(T)][random.Next(AllEdges[typeof(T)].Length)] : (T)Makers[typeof(T)](random);

    /// <summary>What a database keeps of a value: times to the microsecond and in UTC, the rest as it is.</summary>
    public static object Kept(object value) => value switch
    {
        DateTimeOffset it => new DateTimeOffset(Cut(it.UtcTicks), TimeSpan.Zero),
        DateTime it => new DateTime(Cut(it.Ticks), DateTimeKind.Utc),
        TimeOnly it => new TimeOnly(Cut(it.Ticks)),
        TimeSpan it => new TimeSpan(Cut(it.Ticks)),
        byte[] it => Convert.ToHexString(it),
        _ => value,
    };

    private static object[] Numbers<TDigits>(params decimal[] values)
        where TDigits : IDigits => [.. values.Select(value => (object)new Number<TDigits>(value))];

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private static DateTime Time(Random random) => new(random.NextInt64(TimeSpan.TicksPerHour, DateTime.MaxValue.Ticks - TimeSpan.TicksPerHour), DateTimeKind.Utc);

    private static long Cut(long ticks) => ticks - (ticks % TimeSpan.TicksPerMicrosecond);

    // Small and large numbers alike, instead of large ones alone.
    private static long Near(Random random) => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);

    private static decimal Wide(Random random)
    {
        var digits = new decimal(random.Next(), random.Next(), random.Next(500_000_000), random.Next(2) == 0, 0);
        return Math.Truncate(digits / (decimal)Math.Pow(10, random.Next(20)));
    }

    private static float Real(Random random, float any) => float.IsNaN(any) || random.Next(2) == 0 ? random.Next(-100, 100) / 8f : any;

    private static double Real(Random random, double any) => double.IsNaN(any) || random.Next(2) == 0 ? random.Next(-100, 100) / 10d : any;

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(6)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(6); length > 0; length--)
        {
            var bound = random.Next(4) switch { 0 => 0x80, 1 => 0x800, 2 => 0x10000, _ => 0x110000 };
            text.Append(Rune.TryCreate(random.Next(1, bound), out var rune) ? rune.ToString() : "a");
        }

        return text.ToString();
    }
}
