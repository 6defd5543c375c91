namespace Dowel.Defects;

/// <summary>A part of a statement.</summary>
/// <param name="Kind">One of word, string, parameter, braces, symbol.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Start">Its offset in the file.</param>
/// <param name="Clause">The word that the clause it stands in begins with.</param>
internal readonly record struct QueryToken(string Kind, string Text, int Start, string Clause)
{
    public (int Start, int Length) Span => (Start, Text.Length);
}
