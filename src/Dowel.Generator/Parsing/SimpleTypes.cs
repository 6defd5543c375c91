using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>The types that have one form, whatever stands beside them.</summary>
internal static class SimpleTypes
{
    /// <summary><c>long</c>, which much travels as.</summary>
    public static readonly TypeModel Int64 = Plain("long", SqlKind.BigInt);

    /// <summary><c>bool</c>.</summary>
    public static readonly TypeModel Boolean = Plain("bool", SqlKind.Boolean);

    private static readonly TypeModel Int16 = Plain("short", SqlKind.SmallInt);
    private static readonly TypeModel Int32 = Plain("int", SqlKind.Integer);

    private static readonly Dictionary<string, TypeModel> ByName = new[]
    {
        Boolean,
        Int16,
        Int32,
        Int64,
        Narrow("byte", Int16),
        Narrow("sbyte", Int16),
        Narrow("ushort", Int32),
        Narrow("uint", Int64),
        Narrow("ulong", Plain("decimal", SqlKind.Numeric) with { Precision = 20 }),
        Plain("float", SqlKind.Real),
        Plain("double", SqlKind.DoublePrecision),
        Plain("string", SqlKind.Text) with { IsValueType = false },
        Plain("byte[]", SqlKind.Bytes) with { IsValueType = false },
        Plain("global::System.ReadOnlyMemory<byte>", SqlKind.Bytes),
        Plain("global::System.Guid", SqlKind.Uuid),
        Plain("global::System.DateTimeOffset", SqlKind.Timestamp),
        Plain("global::System.DateTime", SqlKind.Timestamp),
        Plain("global::System.DateOnly", SqlKind.Date),
        Plain("global::System.TimeOnly", SqlKind.Time),
        Plain("global::System.TimeSpan", SqlKind.Interval),
    }.ToDictionary(type => type.Name);

    /// <summary>Finds a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>How it travels; null where it is none of these.</returns>
    public static TypeModel? Find(ITypeSymbol type) => ByName.TryGetValue(Names.NotNull(type), out var found) ? found : null;

    private static TypeModel Plain(string name, SqlKind kind) => new(name, TypeForm.Plain, kind) { IsValueType = true };

    private static TypeModel Narrow(string name, TypeModel wide) =>
        new(name, TypeForm.Narrow, wide.Kind) { IsValueType = true, Inner = wide, Precision = wide.Precision };
}
