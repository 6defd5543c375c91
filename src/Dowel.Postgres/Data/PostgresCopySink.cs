using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Dowel.Data;
using NpgsqlTypes;

namespace Dowel.Postgres;

/// <summary>Writes a row's values in the server's binary form.</summary>
/// <remarks>The forms: PostgreSQL 18, the types' <c>recv</c> functions. Which branch is taken is known when the method is compiled.</remarks>
internal struct PostgresCopySink(PostgresCopyBuffer buffer) : IPostgresSink
{
    private const byte JsonVersion = 1;

    /// <summary>How many values there are so far.</summary>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public void Put<T>(T value, ValueKind kind)
    {
        Count++;
        if (typeof(T) == typeof(long))
        {
            BinaryPrimitives.WriteInt64BigEndian(buffer.TakeValue(sizeof(long)), Unsafe.As<T, long>(ref value));
        }
        else if (typeof(T) == typeof(int))
        {
            BinaryPrimitives.WriteInt32BigEndian(buffer.TakeValue(sizeof(int)), Unsafe.As<T, int>(ref value));
        }
        else if (typeof(T) == typeof(string))
        {
            buffer.WriteText(Unsafe.As<T, string>(ref value));
        }
        else if (typeof(T) == typeof(bool))
        {
            buffer.TakeValue(sizeof(bool))[0] = Unsafe.As<T, bool>(ref value) ? (byte)1 : (byte)0;
        }
        else if (typeof(T) == typeof(Guid))
        {
            Unsafe.As<T, Guid>(ref value).TryWriteBytes(buffer.TakeValue(16), bigEndian: true, out _);
        }
        else if (typeof(T) == typeof(decimal))
        {
            PostgresNumeric.Write(Unsafe.As<T, decimal>(ref value), buffer);
        }
        else if (typeof(T) == typeof(ReadOnlyMemory<byte>))
        {
            PutBytes(Unsafe.As<T, ReadOnlyMemory<byte>>(ref value).Span, kind);
        }
        else
        {
            PutRare(value);
        }
    }

    /// <inheritdoc/>
    public void PutNull(ValueKind kind)
    {
        Count++;
        buffer.WriteNull();
    }

    /// <inheritdoc/>
    public void PutNullList(ValueKind kind) => PutNull(kind);

    /// <inheritdoc/>
    public void PutList<T, TElement>(IReadOnlyCollection<T> values, ValueKind kind)
        where TElement : struct, IElement<T>
    {
        Count++;
        var start = buffer.Length;
        var head = buffer.Take(sizeof(int) * (values.Count == 0 ? 4 : 6));
        BinaryPrimitives.WriteInt32BigEndian(head[4..], values.Count == 0 ? 0 : 1);
        BinaryPrimitives.WriteInt32BigEndian(head[8..], 0);
        BinaryPrimitives.WriteUInt32BigEndian(head[12..], PostgresKinds.OidOf(kind));
        if (values.Count > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(head[16..], values.Count);
            BinaryPrimitives.WriteInt32BigEndian(head[20..], 1);
        }

        var elements = new PostgresWriter<PostgresCopySink>(new(buffer));
        PostgresElements.Write<T, TElement, PostgresCopySink>(values, ref elements);
        BinaryPrimitives.WriteInt32BigEndian(buffer.At(start), buffer.Length - start - sizeof(int));
    }

    private readonly void PutBytes(ReadOnlySpan<byte> value, ValueKind kind)
    {
        var prefix = kind == ValueKind.Json ? 1 : 0;
        var room = buffer.TakeValue(prefix + value.Length);
        room[..prefix].Fill(JsonVersion);
        value.CopyTo(room[prefix..]);
    }

    private readonly void PutRare<T>(T value)
    {
        if (typeof(T) == typeof(short))
        {
            BinaryPrimitives.WriteInt16BigEndian(buffer.TakeValue(sizeof(short)), Unsafe.As<T, short>(ref value));
        }
        else if (typeof(T) == typeof(float))
        {
            BinaryPrimitives.WriteSingleBigEndian(buffer.TakeValue(sizeof(float)), Unsafe.As<T, float>(ref value));
        }
        else if (typeof(T) == typeof(double))
        {
            BinaryPrimitives.WriteDoubleBigEndian(buffer.TakeValue(sizeof(double)), Unsafe.As<T, double>(ref value));
        }
        else if (typeof(T) == typeof(NpgsqlInterval))
        {
            var interval = Unsafe.As<T, NpgsqlInterval>(ref value);
            var room = buffer.TakeValue(16);
            BinaryPrimitives.WriteInt64BigEndian(room, interval.Time);
            BinaryPrimitives.WriteInt32BigEndian(room[8..], interval.Days);
            BinaryPrimitives.WriteInt32BigEndian(room[12..], interval.Months);
        }
        else
        {
            throw new NotSupportedException($"Copy has no form for {typeof(T).Name}.");
        }
    }
}
