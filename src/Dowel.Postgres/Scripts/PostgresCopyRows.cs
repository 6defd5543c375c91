namespace Dowel.Postgres;

/// <summary>The rows that follow a <c>copy … from stdin</c> in a script.</summary>
/// <param name="Start">The first row's first character.</param>
/// <param name="End">The character behind the last row.</param>
/// <param name="Next">Where the script goes on, behind the line that closes the rows.</param>
internal readonly record struct PostgresCopyRows(int Start, int End, int Next)
{
    /// <summary>Finds the rows: up to a line that holds nothing but <c>\.</c>, or to the end of the text.</summary>
    /// <remarks>So does psql, whatever the format: <c>handleCopyIn</c> in PostgreSQL's <c>src/bin/psql/copy.c</c>.</remarks>
    /// <param name="text">The script.</param>
    /// <param name="start">The beginning of the line behind the statement's.</param>
    public static PostgresCopyRows Find(ReadOnlySpan<char> text, int start)
    {
        for (var line = start; line < text.Length;)
        {
            if (Closes(text[line..], out var length))
            {
                return new(start, line, line + length);
            }

            var next = text[line..].IndexOf("\n\\.");
            line = next < 0 ? text.Length : line + next + 1;
        }

        return new(start, text.Length, text.Length);
    }

    private static bool Closes(ReadOnlySpan<char> line, out int length)
    {
        length = line.StartsWith("\\.\r\n") ? 4 : line.StartsWith("\\.\n") ? 3 : line is "\\." or "\\.\r" ? line.Length : 0;
        return length > 0;
    }
}
