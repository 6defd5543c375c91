using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>A column of a statement's result, as the code reads it.</summary>
/// <param name="Name">Its name; empty where any will do.</param>
/// <param name="Type">What it is read as.</param>
/// <param name="IsNullable">Whether null can be read.</param>
/// <param name="Place">Where it is declared; null for the method's place.</param>
internal sealed record ContractResult(string Name, ContractType Type, bool IsNullable, SourceLocation? Place = null);
