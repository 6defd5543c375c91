namespace Dowel.Data;

/// <summary>Finds characters in JSON that a serializer has written as escapes.</summary>
internal static class JsonEscapes
{
    /// <summary>Whether a document has an escape.</summary>
    /// <param name="document">The document in UTF-8.</param>
    /// <param name="escape">What follows the backslash, <c>u0000</c>.</param>
    /// <returns>True where it stands in the document as an escape, and not as text that looks like one.</returns>
    public static bool Has(ReadOnlySpan<byte> document, ReadOnlySpan<byte> escape)
    {
        for (var from = 0; document[from..].IndexOf(escape) is >= 0 and var found; from += found + escape.Length)
        {
            // A backslash that is itself escaped escapes nothing.
            var before = document[..(from + found)];
            if ((before.Length - 1 - before.LastIndexOfAnyExcept((byte)'\\')) % 2 == 1)
            {
                return true;
            }
        }

        return false;
    }
}
