namespace Dowel.Generator;

/// <summary>A place in a source file, as people count.</summary>
/// <param name="File">The file's path as the compiler has it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record PlaceModel(string File, int Line, int Column);
