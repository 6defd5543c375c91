namespace Dowel.Postgres;

/// <summary>What a <c>copy</c> between server and client asks the protocol for.</summary>
/// <param name="IsOutput">Whether the server sends the rows, instead of taking them.</param>
/// <param name="IsBinary">Whether they are in the binary format.</param>
internal readonly record struct PostgresCopy(bool IsOutput, bool IsBinary)
{
    /// <summary>Reads a statement; null where it is no <c>copy</c>, or one of the server's own files and programs.</summary>
    /// <remarks>Either word may stand for the client in either direction (PostgreSQL's <c>gram.y</c>, <c>copy_file_name</c>).</remarks>
    public static PostgresCopy? Of(string statement)
    {
        var words = new PostgresCursor(statement);
        if (!words.Take("copy"))
        {
            return null;
        }

        var isBinary = words.Take("binary");
        words.SkipParentheses();
        while (!words.AtEnd && !words.Is("from") && !words.Is("to"))
        {
            // Behind a dot any word is a name.
            _ = words.Take('.');
            words.Advance();
        }

        var isOutput = words.Is("to");
        words.Advance();
        return words.TakeOneOf("stdin", "stdout") ? new(isOutput, isBinary || AsksForBinary(ref words)) : null;
    }

    // `(format binary)`, `(format 'binary')`, or the bare word of old.
    private static bool AsksForBinary(ref PostgresCursor words)
    {
        for (; !words.AtEnd && !words.Is("where"); words.Advance())
        {
            if (words.CurrentText.Trim('\'').Equals("binary", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
