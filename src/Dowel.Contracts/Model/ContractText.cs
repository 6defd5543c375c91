using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>A statement in the words of one engine, and where its parts stand in the source.</summary>
/// <param name="Sql">The text as it is sent, but that the names of owned tables stand between two U+0001.</param>
/// <param name="Map">Where parts of it come from, rising by their offsets; empty where the statement was generated.</param>
internal sealed record ContractText(string Sql, IReadOnlyList<ContractSegment> Map)
{
    /// <summary>The place in the source that a place in the text comes from.</summary>
    /// <param name="offset">In UTF-16 units from 0; null for the statement as a whole.</param>
    /// <returns>Null where the map does not reach.</returns>
    public SourceLocation? Locate(int? offset)
    {
        var at = Map.Count - 1;
        while (at >= 0 && Map[at].Offset > offset)
        {
            at--;
        }

        if (offset is not { } place || at < 0)
        {
            return Map is [var first, ..] ? first.Place : null;
        }

        // A part is the source's own text up to its end; what stands for a placeholder is longer than that, or on other lines.
        var (start, source) = Map[at];
        var column = source.Column + (place - start);
        var isBeyond = at + 1 < Map.Count && Map[at + 1].Place is var next && (next.File, next.Line) == (source.File, source.Line) && column >= next.Column;
        return isBeyond || Sql.AsSpan(start, Math.Min(place, Sql.Length) - start).Contains('\n') ? source : source with { Column = column };
    }
}
