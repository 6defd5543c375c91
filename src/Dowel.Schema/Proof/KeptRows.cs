using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Dowel.Schema;

/// <summary>What is remembered of a table's rows: 16 bytes each, and the text of the first ones, so that a table of any size can be looked at.</summary>
/// <param name="columns">The columns that are compared.</param>
internal sealed class KeptRows(IReadOnlyList<KeptColumn> columns)
{
    private const int ShownMost = 1_000;

    private readonly List<KeptColumn> _whole = [.. columns.Where(column => !column.IsFilled)];
    private readonly List<KeptColumn> _filled = [.. columns.Where(column => column.IsFilled)];
    private readonly List<UInt128> _rows = [];
    private readonly Dictionary<int, List<UInt128>> _givens = columns.Where(column => column.IsFilled).ToDictionary(column => column.Index, _ => new List<UInt128>());
    private readonly Dictionary<UInt128, string> _texts = [];

    /// <summary>How many there are.</summary>
    public int Count => _rows.Count;

    /// <summary>Takes a row.</summary>
    public void Add(string?[] row)
    {
        var text = Text(_whole, row);
        _rows.Add(Remember(text));
        foreach (var column in _filled.Where(column => row[column.Index] is not null))
        {
            _givens[column.Index].Add(Remember($"{text}; '{column.Read(row)}'"));
        }
    }

    /// <summary>Compares, whatever the order of rows.</summary>
    /// <param name="after">The rows as they are now, by the same columns.</param>
    /// <param name="name">The table's name.</param>
    /// <returns>What is not kept, as a sentence; null where all is.</returns>
    public string? Compare(KeptRows after, string name)
    {
        if (Count != after.Count)
        {
            return $"{name} had {Count} rows and has {after.Count}";
        }

        foreach (var (olds, news) in _givens.Select(pair => (pair.Value, after._givens[pair.Key])).Prepend((_rows, after._rows)))
        {
            if (Missing(olds, news) is { } old)
            {
                return $"a row of {name} was ({_texts.GetValueOrDefault(old, "…")}) and is {(Missing(news, olds) is { } now ? $"({after._texts.GetValueOrDefault(now, "…")})" : "gone")}";
            }
        }

        return null;
    }

    // The first that is oftener among these than among the others.
    private static UInt128? Missing(List<UInt128> these, List<UInt128> others)
    {
        var counts = new Dictionary<UInt128, int>(others.Count);
        others.ForEach(other => CollectionsMarshal.GetValueRefOrAddDefault(counts, other, out _)++);
        foreach (var each in these)
        {
            if (--CollectionsMarshal.GetValueRefOrAddDefault(counts, each, out _) < 0)
            {
                return each;
            }
        }

        return null;
    }

    private static string Text(List<KeptColumn> columns, string?[] row) => string.Join(", ", columns.Select(column => column.Read(row) is { } value ? $"'{value}'" : "null"));

    private UInt128 Remember(string text)
    {
        var hash = BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
        if (_texts.Count < ShownMost)
        {
            _texts.TryAdd(hash, text);
        }

        return hash;
    }
}
