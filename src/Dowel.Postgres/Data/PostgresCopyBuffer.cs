using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Dowel.Postgres;

/// <summary>Bytes on their way into <c>copy</c>; each value is its length and then itself, both as the network orders bytes.</summary>
internal sealed class PostgresCopyBuffer(int capacity) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity * 2);

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>The bytes from a place on, to be mended.</summary>
    public Span<byte> At(int place) => _bytes.AsSpan(place, Length - place);

    /// <summary>Starts anew.</summary>
    public void Clear() => Length = 0;

    /// <summary>Makes room at the end.</summary>
    public Span<byte> Take(int count)
    {
        if (count > _bytes.Length - Length)
        {
            Grow(count);
        }

        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }

    /// <summary>Makes room for a value of known length, which is written before it.</summary>
    public Span<byte> TakeValue(int length)
    {
        var room = Take(sizeof(int) + length);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        return room[sizeof(int)..];
    }

    /// <summary>Writes a null.</summary>
    public void WriteNull() => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), -1);

    /// <summary>Writes text in UTF-8.</summary>
    public void WriteText(string value)
    {
        var start = Length;
        var room = Take(sizeof(int) + Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, room[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        Length = start + sizeof(int) + length;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(Length + count), (int)Math.Min(_bytes.Length * 2L, Array.MaxLength)));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
