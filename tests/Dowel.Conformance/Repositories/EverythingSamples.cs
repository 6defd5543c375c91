namespace Dowel.Conformance;

/// <summary>Rows with everything in them.</summary>
internal static class EverythingSamples
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 21, 9, 30, 15, 250, TimeSpan.Zero);

    /// <summary>A row without a null.</summary>
    public static Everything Full(long key) => Least(key) with
    {
        TruthOrNull = true,
        TinyOrNull = 255,
        SignedOrNull = -128,
        SmallOrNull = short.MinValue,
        UnsignedOrNull = ushort.MaxValue,
        NumberOrNull = int.MinValue,
        WideOrNull = uint.MaxValue,
        BigOrNull = long.MinValue,
        HugeOrNull = ulong.MaxValue,
        SingleOrNull = 0.1f,
        FractionOrNull = 0.1,
        PriceOrNull = -1234567.89m,
        ExactOrNull = 123456789012345678.0123456789m,
        WordsOrNull = "",
        BytesOrNull = [],
        MemoryOrNull = new byte[] { 0, 255 },
        UuidOrNull = Guid.AllBitsSet,
        MomentOrNull = Moment,
        UtcOrNull = Moment.UtcDateTime,
        DayOrNull = new(2026, 11, 21),
        ClockOrNull = new(23, 59, 59, 999),
        LengthOrNull = TimeSpan.FromMicroseconds(-1),
        SecondOrNull = DateTimeOffset.UnixEpoch,
        ShadeOrNull = Shade.PitchBlack,
        SizeOrNull = Size.Large,
        PlayerIdOrNull = new(7),
        OptionsOrNull = new("dark", [1, 2]),
        Numbers = [],
        Ids = [Guid.Empty],
    };

    /// <summary>A row with a null wherever one may be.</summary>
    public static Everything Least(long key) => new()
    {
        Key = key,
        Truth = false,
        Tiny = 0,
        Signed = 127,
        Small = short.MaxValue,
        Unsigned = 0,
        Number = int.MaxValue,
        Wide = 0,
        Big = long.MaxValue,
        Huge = 0,
        Single = -1.5f,
        Fraction = double.MaxValue,
        Price = 12.30m,
        Exact = 0.0000000001m,
        Words = "naïve 🙂 'text'",
        Bytes = [1, 2, 3],
        Memory = ReadOnlyMemory<byte>.Empty,
        Uuid = Guid.Parse("0193f1f0-0000-7000-8000-00000000abcd"),
        Moment = Moment,
        Utc = Moment.UtcDateTime,
        Day = new(1, 1, 1),
        Clock = TimeOnly.MinValue,
        Length = TimeSpan.FromHours(25),
        Second = new(2038, 1, 19, 3, 14, 8, TimeSpan.Zero),
        Shade = Shade.Pale,
        Size = Size.Small,
        PlayerId = new(-1),
        Options = new("", []),
        Numbers = [long.MinValue, 0, long.MaxValue],
        Ids = [],
    };
}
