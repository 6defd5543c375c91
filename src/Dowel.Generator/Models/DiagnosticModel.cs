namespace Dowel.Generator;

/// <summary>Something to tell the developer.</summary>
/// <param name="Code">Which error: <c>DWL3nnn</c>.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">What its message names.</param>
internal sealed record DiagnosticModel(string Code, LocationSnapshot? Location, EquatableArray<string> Arguments);
