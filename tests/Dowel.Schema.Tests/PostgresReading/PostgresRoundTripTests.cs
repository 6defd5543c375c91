namespace Dowel.Schema.Tests;

/// <summary>What is made by the statements that were read is what they were read from; the judge is pg_dump.</summary>
public sealed class PostgresRoundTripTests
{
    public static TheoryData<string> Names => [.. PostgresFixtures.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_was_read_makes_the_same_again(string fixture)
    {
        await using var twins = await PostgresTwins.CreateAsync();
        var first = await twins.DatabaseAsync(PostgresFixtures.All[fixture]);
        var model = await PostgresTwins.ReadAsync(first);
        model.Unmodelled.ShouldBeEmpty();

        var second = await twins.DatabaseAsync("");
        await PostgresTwins.SendAsync(second, MakingOrder.Of(model));

        (await PostgresTwins.DumpAsync(second)).ShouldBe(await PostgresTwins.DumpAsync(first));
        Describe(await PostgresTwins.ReadAsync(second)).ShouldBe(Describe(model));
    }

    private static string Describe(DatabaseModel model) => string.Join("\n", model.All.Select(Describe).Order(StringComparer.Ordinal));

    private static string Describe(ObjectModel each) => string.Join('|', (string[])
    [
        each.Key.ToString(), each.Create, each.Drop, .. each.Replace, each.Shape, .. each.Needs.Select(need => need.ToString()),
        .. each is TableModel table
            ? [table.Options, table.Persistence, table.PartitionOf ?? "", .. table.Columns.Select(column => $"{column with { Needs = [] }} {string.Join(',', column.Needs)}")]
            : Array.Empty<string>(),
    ]);
}
