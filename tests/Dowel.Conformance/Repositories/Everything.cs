using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A row with a column of every type, and one of every nullable type.</summary>
[Table("everything")]
public sealed record Everything
{
    [Key] public required long Key { get; init; }

    public required bool Truth { get; init; }

    public bool? TruthOrNull { get; init; }

    public required byte Tiny { get; init; }

    public byte? TinyOrNull { get; init; }

    public required sbyte Signed { get; init; }

    public sbyte? SignedOrNull { get; init; }

    public required short Small { get; init; }

    public short? SmallOrNull { get; init; }

    public required ushort Unsigned { get; init; }

    public ushort? UnsignedOrNull { get; init; }

    public required int Number { get; init; }

    public int? NumberOrNull { get; init; }

    public required uint Wide { get; init; }

    public uint? WideOrNull { get; init; }

    public required long Big { get; init; }

    public long? BigOrNull { get; init; }

    public required ulong Huge { get; init; }

    public ulong? HugeOrNull { get; init; }

    public required float Single { get; init; }

    public float? SingleOrNull { get; init; }

    public required double Fraction { get; init; }

    public double? FractionOrNull { get; init; }

    [Precision(9, 2)] public required decimal Price { get; init; }

    [Precision(9, 2)] public decimal? PriceOrNull { get; init; }

    [Precision(28, 10)] public required decimal Exact { get; init; }

    [Precision(28, 10)] public decimal? ExactOrNull { get; init; }

    public required string Words { get; init; }

    public string? WordsOrNull { get; init; }

    public required byte[] Bytes { get; init; }

    public byte[]? BytesOrNull { get; init; }

    public required ReadOnlyMemory<byte> Memory { get; init; }

    public ReadOnlyMemory<byte>? MemoryOrNull { get; init; }

    public required Guid Uuid { get; init; }

    public Guid? UuidOrNull { get; init; }

    public required DateTimeOffset Moment { get; init; }

    public DateTimeOffset? MomentOrNull { get; init; }

    public required DateTime Utc { get; init; }

    public DateTime? UtcOrNull { get; init; }

    public required DateOnly Day { get; init; }

    public DateOnly? DayOrNull { get; init; }

    public required TimeOnly Clock { get; init; }

    public TimeOnly? ClockOrNull { get; init; }

    public required TimeSpan Length { get; init; }

    public TimeSpan? LengthOrNull { get; init; }

    [UnixSeconds] public required DateTimeOffset Second { get; init; }

    [UnixSeconds] public DateTimeOffset? SecondOrNull { get; init; }

    public required Shade Shade { get; init; }

    public Shade? ShadeOrNull { get; init; }

    public required Size Size { get; init; }

    public Size? SizeOrNull { get; init; }

    public required PlayerId PlayerId { get; init; }

    public PlayerId? PlayerIdOrNull { get; init; }

    [Json(typeof(PreferencesJson))] public required Preferences Options { get; init; }

    [Json(typeof(PreferencesJson))] public Preferences? OptionsOrNull { get; init; }

    public required long[] Numbers { get; init; }

    public required IReadOnlyList<Guid> Ids { get; init; }
}
