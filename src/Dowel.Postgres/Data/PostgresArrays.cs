using Dowel.Data;
using NpgsqlTypes;

namespace Dowel.Postgres;

/// <summary>Reads array columns.</summary>
/// <remarks>Type numbers of arrays: PostgreSQL 18, pg_type.dat.</remarks>
internal readonly struct PostgresArrays(PostgresRow row)
{
    private const string Expected = "an array";

    /// <summary>Reads an array of elements that <see cref="IRow"/> has a method for.</summary>
    public T[] Read<T>(int ordinal)
    {
        if (typeof(T) == typeof(DateTimeOffset))
        {
            return As<T, DateTimeOffset>(Times(ordinal, ticks => new DateTimeOffset(ticks, TimeSpan.Zero)));
        }

        if (typeof(T) == typeof(DateTime))
        {
            return As<T, DateTime>(Times(ordinal, ticks => new DateTime(ticks, DateTimeKind.Utc)));
        }

        if (typeof(T) == typeof(DateOnly))
        {
            return As<T, DateOnly>(Convert<int, DateOnly>(ordinal, 1182, PostgresTimes.FromDate));
        }

        if (typeof(T) == typeof(TimeOnly))
        {
            return As<T, TimeOnly>(Convert<long, TimeOnly>(ordinal, 1183, PostgresTimes.FromTime));
        }

        return typeof(T) == typeof(TimeSpan)
            ? As<T, TimeSpan>(Convert<NpgsqlInterval, TimeSpan>(
                ordinal, 1187, interval => PostgresTimes.FromInterval(interval.Months, interval.Days, interval.Time)))
            : Plain<T>(ordinal);
    }

    private static T[] As<T, TElement>(TElement[] elements) => (T[])(object)elements;

    // What the driver would also read from arrays of other kinds is read from its own kind alone.
    private T[] Plain<T>(int ordinal)
    {
        if (typeof(T) == typeof(long))
        {
            row.Expect(ordinal, 1016, "an array of bigint");
        }
        else if (typeof(T) == typeof(int))
        {
            row.Expect(ordinal, 1007, "an array of integer");
        }
        else if (typeof(T) == typeof(byte[]))
        {
            row.Expect(ordinal, 1001, "an array of bytea");
        }

        // Of values that are objects the driver gives a null as it is.
        var elements = row.Get<T[]>(ordinal, Expected);
        return default(T) is null && Array.IndexOf(elements, default) >= 0
            ? throw new UnexpectedValueException(ordinal, "an array without nulls", "one with a null")
            : elements;
    }

    private TElement[] Times<TElement>(int ordinal, Func<long, TElement> convert)
        where TElement : struct =>
        Convert<long, TElement>(ordinal, 1185, raw => PostgresTimes.FromTimestamp(raw) is { } ticks ? convert(ticks) : null);

    private TElement[] Convert<TRaw, TElement>(int ordinal, uint type, Func<TRaw, TElement?> convert)
        where TElement : struct
    {
        row.Expect(ordinal, type, Expected);
        return Array.ConvertAll(
            row.Get<TRaw[]>(ordinal, Expected), raw => convert(raw) ?? throw PostgresRow.OutOfRange(ordinal, "an array of times"));
    }
}
