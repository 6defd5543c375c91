using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Collects what to tell the developer.</summary>
internal sealed class DiagnosticList
{
    private readonly List<DiagnosticModel> _found = [];

    /// <summary>Whether there is anything.</summary>
    public bool HasAny => _found.Count > 0;

    /// <summary>How many there are.</summary>
    public int Count => _found.Count;

    /// <summary>Adds an error.</summary>
    /// <param name="error">Which.</param>
    /// <param name="location">Where.</param>
    /// <param name="arguments">What its message names.</param>
    public void Add(DiagnosticDescriptor error, Location? location, params string[] arguments) =>
        Add(error.Id, LocationSnapshot.Of(location), arguments);

    /// <summary>Adds an error.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="location">Where.</param>
    /// <param name="arguments">What its message names.</param>
    public void Add(string code, LocationSnapshot? location, params string[] arguments) =>
        _found.Add(new(code, location, arguments.ToEquatableArray()));

    /// <summary>All of them.</summary>
    /// <returns>The errors in the order in which they were found.</returns>
    public EquatableArray<DiagnosticModel> ToModels() => _found.ToEquatableArray();
}
