namespace Dowel.Migrations;

/// <summary>What kept a script from being split.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Offset">Where it starts in the expanded text, in UTF-16 units from 0.</param>
/// <param name="What">Its name for a person: <c>quoted string</c>, <c>block comment</c>, <c>dollar quote $body$</c>, <c>\connect</c>.</param>
public sealed record SplitError(SplitErrorKind Kind, int Offset, string What);
