using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Values of all kinds; a value's type alone says how it is written and read.</summary>
internal static class Value
{
    private static readonly EnumLabels<Colour> Colours = new((Colour.Red, "red"), (Colour.SkyBlue, "sky_blue"));

    /// <summary>Writes a value.</summary>
    public static void Write<TWriter>(object? value, ref TWriter parameters)
        where TWriter : struct, IParameterWriter
    {
        switch (value)
        {
            case bool it: parameters.Write(it); break;
            case short it: parameters.Write(it); break;
            case int it: parameters.Write(it); break;
            case long it: parameters.Write(it); break;
            case float it: parameters.Write(it); break;
            case double it: parameters.Write(it); break;
            case string it: parameters.Write(it); break;
            case byte[] it: parameters.Write(it); break;
            case Guid it: parameters.Write(it); break;
            case DateTimeOffset it: parameters.Write(it); break;
            case DateTime it: parameters.Write(it); break;
            case DateOnly it: parameters.Write(it); break;
            case TimeOnly it: parameters.Write(it); break;
            case TimeSpan it: parameters.Write(it); break;
            case Colour it: parameters.Write(it, Colours); break;
            case IValue it: it.WriteTo(ref parameters); break;
            default: throw new NotSupportedException($"No kind is known for {value?.GetType().Name ?? "null"}.");
        }
    }

    /// <summary>Reads a column as a type.</summary>
    public static T Read<TRow, T>(in TRow row, int ordinal)
        where TRow : struct, IRow => Nullable.GetUnderlyingType(typeof(T)) is { } type && row.IsNull(ordinal)
            ? default!
            : (T)Read(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), in row, ordinal);

    private static object Read<TRow>(Type type, in TRow row, int ordinal)
        where TRow : struct, IRow => type switch
        {
            _ when type == typeof(bool) => row.GetBoolean(ordinal),
            _ when type == typeof(short) => row.GetInt16(ordinal),
            _ when type == typeof(int) => row.GetInt32(ordinal),
            _ when type == typeof(long) => row.GetInt64(ordinal),
            _ when type == typeof(float) => row.GetSingle(ordinal),
            _ when type == typeof(double) => row.GetDouble(ordinal),
            _ when type == typeof(Number<Cents>) => Number<Cents>.Read(in row, ordinal),
            _ when type == typeof(Number<Grains>) => Number<Grains>.Read(in row, ordinal),
            _ when type == typeof(Number<Units>) => Number<Units>.Read(in row, ordinal),
            _ when type == typeof(Number<Atoms>) => Number<Atoms>.Read(in row, ordinal),
            _ when type == typeof(string) => row.GetString(ordinal),
            _ when type == typeof(byte[]) => row.GetBytes(ordinal),
            _ when type == typeof(Guid) => row.GetGuid(ordinal),
            _ when type == typeof(DateTimeOffset) => row.GetDateTimeOffset(ordinal),
            _ when type == typeof(DateTime) => row.GetDateTime(ordinal),
            _ when type == typeof(DateOnly) => row.GetDateOnly(ordinal),
            _ when type == typeof(TimeOnly) => row.GetTimeOnly(ordinal),
            _ when type == typeof(TimeSpan) => row.GetTimeSpan(ordinal),
            _ when type == typeof(Colour) => row.GetEnum(ordinal, Colours),
            _ when type == typeof(Document) => row.GetJson(ordinal, Document.Type),
            _ when type == typeof(Note) => new Note(row.GetInt64(ordinal), row.GetString(ordinal + 1)),
            _ => throw new NotSupportedException($"No kind is known for {type.Name}."),
        };
}
