using System.Text.Json.Serialization;
using Dowel.Contracts;

namespace Dowel.Cli;

/// <summary>What was compared of an assembly's repositories, in JSON.</summary>
/// <param name="Repositories">How many there are.</param>
/// <param name="Statements">How many statements they can send.</param>
/// <param name="Engines">The engines on which they were compared.</param>
/// <param name="Unowned">The statements that reach the rows of all owners, and why.</param>
internal sealed record ContractSummary(
    int Repositories, int Statements, IReadOnlyList<string> Engines, IReadOnlyList<UnownedStatement> Unowned)
{
    /// <summary>How many differences were found; they are the outcome's errors.</summary>
    [JsonIgnore]
    public int Found { get; init; }

    /// <summary>Counts contracts.</summary>
    public static ContractSummary Of(ContractSet set, IReadOnlyList<string> engines) => new(
        set.Contracts.Count,
        set.Statements.Count(),
        engines,
        [
            .. set.Contracts.SelectMany(contract => contract.Statements
                .Where(statement => statement.Unowned is not null)
                .Select(statement => new UnownedStatement($"{contract.Repository}.{statement.Name}", statement.Unowned!))).Distinct(),
        ]);

    /// <summary>Writes it for people.</summary>
    public void Describe(IPage page)
    {
        foreach (var statement in Unowned)
        {
            page.Line($"{statement.Statement} reaches the rows of all owners: {statement.Reason}");
        }

        var repositories = Repositories == 1 ? "1 repository" : $"{Repositories} repositories";
        var verdict = Found == 0 ? "all is well" : Wording.Count(Found, "difference");
        page.Line($"{repositories} with {Wording.Count(Statements, "statement")} compared on {string.Join(" and ", Engines)}: {verdict}");
    }
}
