namespace Dowel.Schema.Tests;

public sealed class PostgresFirstPairTests : PostgresPairTests
{
    public static TheoryData<string> Names => Half(0);

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_plan_leads_where_it_says_and_keeps_what_stays(string name) => RunAsync(name);
}
