using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>A statement that a repository can send.</summary>
/// <param name="Name">The method that sends it.</param>
/// <param name="Place">Where the method is declared, or what it was made from.</param>
internal sealed record ContractStatement(string Name, SourceLocation? Place)
{
    /// <summary>SQLite's text; null where it is not for SQLite.</summary>
    public ContractText? Sqlite { get; init; }

    /// <summary>PostgreSQL's text; null where it is not for PostgreSQL.</summary>
    public ContractText? Postgres { get; init; }

    /// <summary>The parameters in the order of their numbers.</summary>
    public IReadOnlyList<ContractParameter> Parameters { get; init; } = [];

    /// <summary>The columns of its result; null where it gives no rows.</summary>
    public IReadOnlyList<ContractResult>? Results { get; init; }

    /// <summary>Result columns of which the developer says that they are never null.</summary>
    public IReadOnlyList<string> NeverNull { get; init; } = [];

    /// <summary>Whether a developer wrote it.</summary>
    public bool IsByHand => Sqlite is { Map.Count: > 0 } || Postgres is { Map.Count: > 0 };

    /// <summary>Why it may reach the rows of all owners; null where it may not.</summary>
    public string? Unowned { get; init; }
}
