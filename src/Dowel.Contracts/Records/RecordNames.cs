using System.Security.Cryptography;
using System.Text;

namespace Dowel.Contracts;

/// <summary>Makes the names of constraints and indexes: those that PostgreSQL would make, on both engines. No two of a database are alike.</summary>
/// <param name="given">Names that are taken already: those of tables, and those that records give.</param>
internal sealed class RecordNames(IEnumerable<string> given)
{
    // NAMEDATALEN - 1 (PostgreSQL 18 docs, 4.1.1).
    private const int BytesMax = 63;

    private readonly HashSet<string> _taken = new(given, StringComparer.Ordinal);

    /// <summary>Makes a name, such as <c>users_email_key</c>; with a number where another has it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns that are part of it.</param>
    /// <param name="ending">What it ends in: <c>key</c>, <c>fkey</c>, <c>idx</c>, <c>check</c>.</param>
    public string Make(string table, IEnumerable<string> columns, string ending)
    {
        var start = string.Join('_', columns.Prepend(table));
        var name = Fitted(start, $"_{ending}");
        for (var number = 1; !_taken.Add(name); number++)
        {
            name = Fitted(start, $"_{ending}{number}");
        }

        return name;
    }

    /// <summary>The name of the policy that keeps a table's owners apart.</summary>
    public static string PolicyOf(string table) => Fitted(table, "_owner");

    // PostgreSQL cuts without a word, and two names that are cut alike are one: what is lost is told by a digest.
    private static string Fitted(string start, string ending)
    {
        if (Encoding.UTF8.GetByteCount(start) + ending.Length <= BytesMax)
        {
            return start + ending;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(start)).AsSpan(0, 4));
        var (kept, bytes) = (new StringBuilder(), BytesMax - ending.Length - digest.Length - 1);
        foreach (var rune in start.EnumerateRunes())
        {
            if ((bytes -= rune.Utf8SequenceLength) < 0)
            {
                break;
            }

            kept.Append(rune.ToString());
        }

        return $"{kept}_{digest}{ending}";
    }
}
