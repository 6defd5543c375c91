namespace Dowel.Contracts;

/// <summary>Why an engine does not take a statement.</summary>
/// <param name="Message">The engine's own words.</param>
/// <param name="Offset">The place in the statement's text, in UTF-16 units from 0; null where it is not known.</param>
internal sealed record EngineRefusal(string Message, int? Offset)
{
    /// <summary>The name that the engine does not know; null where that is not what is wrong.</summary>
    public string? UnknownName { get; init; }
}
