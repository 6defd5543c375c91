using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>From here on, a statement's text comes from there.</summary>
/// <param name="Offset">The place in the text, in UTF-16 units from 0.</param>
/// <param name="Place">The place in the source.</param>
internal readonly record struct ContractSegment(int Offset, SourceLocation Place);
