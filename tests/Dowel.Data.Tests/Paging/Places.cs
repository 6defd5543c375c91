using System.Buffers.Binary;
using System.Buffers.Text;
using System.Numerics;

namespace Dowel.Data.Tests;

/// <summary>Places in lists that somebody made up.</summary>
internal static class Places
{
    /// <summary>A text without what no database takes.</summary>
    public static string Storable(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0).Select(rune => rune.ToString()));

    /// <summary>A cursor with one thing wrong.</summary>
    public static IEnumerable<string> Mutations(string cursor, byte[] noise)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var at = noise.Length > 0 ? noise[0] % cursor.Length : cursor.Length / 2;
        yield return cursor[..at];
        yield return cursor[at..];
        yield return cursor + cursor[..at];
        yield return cursor.Remove(at, 1);
        foreach (var value in noise.Append((byte)0))
        {
            yield return cursor[..at] + letters[value % letters.Length] + cursor[(at + 1)..];
            yield return cursor.Insert(at, letters[value % letters.Length].ToString());
            yield return cursor[..at] + (char)value + cursor[(at + 1)..];
        }
    }

    /// <summary>One value of a kind with any content, and of any length.</summary>
    public static IEnumerable<byte[]> Forgeries(byte[] content, byte tag)
    {
        var padded = new byte[Math.Max(content.Length, 20)];
        content.CopyTo(padded, 0);
        yield return [tag, .. content];
        foreach (var length in new[] { 0, 1, 4, 8, 16 })
        {
            yield return [tag, .. padded[..length]];
        }

        yield return [tag, .. BitConverter.GetBytes(content.Length), .. content];
        yield return [tag, .. BitConverter.GetBytes(content.Length + 1), .. content];
        yield return [tag, .. BitConverter.GetBytes(-1), .. content];
        yield return [tag, .. BitConverter.GetBytes(int.MaxValue), .. content];
    }

    /// <summary>A cursor with the right checksum over any bytes.</summary>
    public static string Seal(byte[] bytes, string list)
    {
        var checksum = list.Aggregate(1U, (sum, character) => BitOperations.Crc32C(sum, character));
        checksum = bytes.Aggregate(checksum, BitOperations.Crc32C);
        var sealedBytes = new byte[bytes.Length + sizeof(uint)];
        bytes.CopyTo(sealedBytes, 0);
        BinaryPrimitives.WriteUInt32LittleEndian(sealedBytes.AsSpan(bytes.Length), checksum);
        return Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>Reads a value as each kind, and writes what could be read.</summary>
    public static void WriteAll(CursorRow row, EnumLabels<DayOfWeek> days)
    {
        var writer = new CursorWriter("again");
        foreach (var pass in new Action[]
        {
            () => writer.Write(row.GetBoolean(0)),
            () => writer.Write(row.GetInt16(0)),
            () => writer.Write(row.GetInt32(0)),
            () => writer.Write(row.GetInt64(0)),
            () => writer.Write(row.GetSingle(0)),
            () => writer.Write(row.GetDouble(0)),
            () => writer.Write(row.GetDecimal(0, 28, 4), 28, 4),
            () => writer.Write(row.GetDecimal(0, 3, 3), 3, 3),
            () => writer.Write(row.GetString(0)),
            () => writer.Write(row.GetBytes(0)),
            () => writer.Write(row.GetGuid(0)),
            () => writer.Write(row.GetDateTime(0)),
            () => writer.Write(row.GetDateTimeOffset(0)),
            () => writer.Write(row.GetDateOnly(0)),
            () => writer.Write(row.GetTimeOnly(0)),
            () => writer.Write(row.GetTimeSpan(0)),
            () => writer.Write(row.GetEnum(0, days), days),
        })
        {
            try
            {
                pass();
            }
            catch (InvalidCursorException)
            {
                continue;
            }
        }
    }
}
