namespace Dowel.Data;

/// <summary>The text that a page was asked for by is no place in this list.</summary>
/// <param name="list">The list.</param>
public sealed class InvalidCursorException(string list)
    : DatabaseException(
        "DWL4014",
        $"{list} was asked to go on from a place that it never gave.",
        "Send back what the last page gave as its next place, unchanged, or nothing to start anew.");
