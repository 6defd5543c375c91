namespace Dowel.Data.Tests;

public sealed class StatementTests
{
    [Fact]
    public void Each_statement_has_a_number_of_its_own()
    {
        var numbers = Enumerable.Range(0, 1000).AsParallel().Select(_ => new Statement("a", "b", "c").Number).ToList();

        numbers.Distinct().Count().ShouldBe(1000);
        numbers.Min().ShouldBeGreaterThanOrEqualTo(0);
        $"{new Statement("AccountRepository.FindAsync", "", "")}".ShouldBe("AccountRepository.FindAsync");
    }
}
