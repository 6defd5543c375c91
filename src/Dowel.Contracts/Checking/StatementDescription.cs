namespace Dowel.Contracts;

/// <summary>What an engine says of a statement, compared with what the contract says of its types.</summary>
internal sealed record StatementDescription
{
    /// <summary>The engine takes the statement and says nothing more of it.</summary>
    public static StatementDescription Opaque { get; } = new() { IsOpaque = true };

    /// <summary>Whether nothing is known but that the engine takes it.</summary>
    public bool IsOpaque { get; private init; }

    /// <summary>Why the engine does not take it; null where it does. Then nothing else is known.</summary>
    public EngineRefusal? Refusal { get; init; }

    /// <summary>The parameters in the order of their numbers.</summary>
    public IReadOnlyList<ParameterDescription> Parameters { get; init; } = [];

    /// <summary>The columns of the result; empty where it gives no rows.</summary>
    public IReadOnlyList<ResultDescription> Results { get; init; } = [];
}
