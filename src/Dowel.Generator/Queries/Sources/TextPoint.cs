namespace Dowel.Generator;

/// <summary>From this character on, and up to the next point, a query's text stands in a source file as it is.</summary>
/// <param name="Offset">The UTF-16 offset in the query's text.</param>
/// <param name="Path">The file.</param>
/// <param name="Position">The UTF-16 offset in the file.</param>
/// <param name="Line">The line, from 0.</param>
/// <param name="Column">The column, from 0.</param>
internal sealed record TextPoint(int Offset, string Path, int Position, int Line, int Column);
