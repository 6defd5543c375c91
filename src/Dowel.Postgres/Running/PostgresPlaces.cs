using System.Globalization;
using Dowel.Migrations;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Finds where in a statement the server saw its error. Pure.</summary>
internal static class PostgresPlaces
{
    /// <summary>The place in UTF-16 units from the statement's start; null where the server names none.</summary>
    public static int? Find(PostgresException error, Statement statement)
    {
        if (error.Position > 0)
        {
            return ToUtf16(statement.Text, error.Position);
        }

        // Inside a body the server gives the inner query and the place in it.
        if (error is { InternalPosition: > 0, InternalQuery: { Length: > 0 } query }
            && statement.Text.IndexOf(query, StringComparison.Ordinal) is >= 0 and var start)
        {
            return start + ToUtf16(query, error.InternalPosition);
        }

        return statement.CopyData is { } rows && FindNumber(error.Where, ", line ") is { } row
            ? rows.Start.Value - statement.Start + OffsetOfLine(statement.CopyText.Span, row)
            : FindInBody(error, statement);
    }

    // `PL/pgSQL function inline_code_block line 3 at …`: lines count from the opening quote of the body.
    private static int? FindInBody(PostgresException error, Statement statement)
    {
        if (error.Where?.Split('\n')[^1].Contains("inline_code_block", StringComparison.Ordinal) != true
            || FindNumber(error.Where.Split('\n')[^1], " line ") is not { } line)
        {
            return null;
        }

        var body = statement.Text.IndexOf('$', StringComparison.Ordinal);
        return body < 0 ? null : SkipBlanks(statement.Text, body + OffsetOfLine(statement.Text.AsSpan(body), line));
    }

    private static int SkipBlanks(string text, int offset)
    {
        while (offset < text.Length && text[offset] is ' ' or '\t')
        {
            offset++;
        }

        return offset;
    }

    private static int? FindNumber(string? text, string before)
    {
        var at = text?.IndexOf(before, StringComparison.Ordinal) ?? -1;
        if (at < 0)
        {
            return null;
        }

        var digits = text.AsSpan(at + before.Length);
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static int OffsetOfLine(ReadOnlySpan<char> text, int line)
    {
        var offset = 0;
        for (; line > 1 && text[offset..].IndexOf('\n') is >= 0 and var end; line--)
        {
            offset += end + 1;
        }

        return offset;
    }

    /// <summary>A place as the server counts it, in code points from 1, in UTF-16 units from 0.</summary>
    internal static int ToUtf16(string text, int position)
    {
        var offset = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (--position <= 0)
            {
                break;
            }

            offset += rune.Utf16SequenceLength;
        }

        return offset;
    }
}
