using Dowel.Contracts;

namespace Dowel.Defects;

/// <summary>Statements that look wrong and are right: nothing is said against any of them.</summary>
public sealed class CorrectTests(CorrectDatabases databases) : IClassFixture<CorrectDatabases>
{
    private static readonly ContractSet Contracts = ContractAssembly.Load(typeof(CorrectTests).Assembly.Location);

    public static TheoryData<string> Statements =>
        [.. Contracts.Contracts.SelectMany(contract => contract.Statements.Where(IsByHand).Select(statement => $"{Short(contract)}.{statement.Name}")).Distinct()];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task A_correct_statement_passes(string name)
    {
        foreach (var engine in Checker.Engines)
        {
            var contracts = Contracts.Contracts.Select(contract => contract with { Statements = [.. contract.Statements.Where(statement => $"{Short(contract)}.{statement.Name}" == name)] });
            (await databases.Of(engine).FindAsync([.. contracts])).ShouldBeEmpty(engine);
        }
    }

    [Fact]
    public void There_are_enough_of_them() => Statements.Count.ShouldBeGreaterThan(80);

    private static bool IsByHand(ContractStatement statement) => statement.Sqlite is { Map.Count: > 0 };

    private static string Short(RepositoryContract contract) => contract.Repository[(contract.Repository.LastIndexOf('.') + 1)..];
}
