namespace Dowel.Conformance;

/// <summary>A row of a number and a text.</summary>
internal readonly record struct Note(long Id, string Body);
