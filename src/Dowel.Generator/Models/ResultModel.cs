namespace Dowel.Generator;

/// <summary>A column of a statement's result.</summary>
/// <param name="Name">Its name; empty where any will do.</param>
/// <param name="Type">What it is read as.</param>
/// <param name="Column">The position of the record's column that it is read into; -1 for none.</param>
internal sealed record ResultModel(string Name, TypeModel Type, int Column = -1);
