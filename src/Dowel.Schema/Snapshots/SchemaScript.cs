namespace Dowel.Schema;

/// <summary>A script that a comparison comes to, as <c>dowel add</c> writes it into a file.</summary>
/// <param name="Suffix">What its name has behind that of the comparison's first script: <c>indexes</c>, <c>validate</c>; empty for the first.</param>
/// <param name="Text">The statements, with the line before them that says so where they run outside a transaction.</param>
public sealed record SchemaScript(string Suffix, string Text);
