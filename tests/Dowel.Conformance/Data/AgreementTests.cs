using System.Globalization;
using System.Text;
using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>The same values through both engines: what comes back, in which order, and which are equal.</summary>
/// <remarks>DOWEL_TEST_VALUES sets how many values of each kind are tried, DOWEL_TEST_SEED which.</remarks>
public sealed class AgreementTests(BothEngines both) : IClassFixture<BothEngines>
{
    private const int Batch = 20_000;

    private static readonly int Count = FromEnvironment("DOWEL_TEST_VALUES", 500);
    private static readonly int Seed = FromEnvironment("DOWEL_TEST_SEED", Environment.TickCount);

    public static TheoryData<object> Kinds => Samples.OfEachKind;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Engines_keep_order_and_compare_values_alike<T>(T of)
    {
        var random = new Random(Seed);
        foreach (var database in both.Databases)
        {
            await database.DoAsync("drop table if exists kept");
            await database.DoAsync($"create table kept (id bigint not null primary key, v {Kind.Of<T>().Column(database.Engine)} not null)");
        }

        for (var tried = 0; tried < Count; tried += Batch)
        {
            var values = Enumerable.Range(0, Math.Min(Batch, Count - tried)).Select(_ => Samples.Next<T>(random)).Append(of).ToList();
            await AgreeAsync(values);
        }
    }

    private async Task AgreeAsync<T>(List<T> values)
    {
        var answers = new List<Answer>();
        foreach (var database in both.Databases)
        {
            await database.DoAsync("delete from kept");
            await database.PutAsync("kept", values);
            var kept = await database.AllAsync<T>("select v from kept order by id");
            Differs(kept.Select(value => Samples.Kept(value!)), values.Select(value => Samples.Kept(value!))).ShouldBeNull($"{database.Engine} changed a value; seed {Seed}");
            answers.Add(await AskAsync(database, hasOrder: typeof(T) != typeof(Document)));
        }

        var (sqlite, postgres) = (answers[0], answers[1]);
        Differs(sqlite.Order, postgres.Order).ShouldBeNull($"another order; seed {Seed}");
        Differs(sqlite.Less, postgres.Less).ShouldBeNull($"another less-than; seed {Seed}");
        Differs(sqlite.Equal, postgres.Equal).ShouldBeNull($"another equality; seed {Seed}");
        sqlite.Distinct.ShouldBe(postgres.Distinct, $"seed {Seed}");
    }

    // JSON is equal as a value and has no order that anybody could rely on.
    private static async Task<Answer> AskAsync(Database database, bool hasOrder) => hasOrder
        ? new(
            await database.AllAsync<long>("select id from kept order by v, id"),
            await database.AllAsync<long>("select a.id from kept a join kept b on b.id = a.id + 1 where a.v < b.v order by a.id"),
            await database.AllAsync<long>("select a.id from kept a join kept b on b.id = a.id + 1 where a.v = b.v order by a.id"),
            await database.OneAsync<long>("select count(distinct v) from kept"))
        : new([], [], [], 0);

    private static string? Differs<T>(IEnumerable<T> left, IEnumerable<T> right)
    {
        var pair = left.Zip(right).Select((pair, i) => (pair, i)).FirstOrDefault(at => !Equals(at.pair.First, at.pair.Second), (default, -1));
        return pair.i >= 0 ? $"{pair.i}: {Show(pair.pair.First)} and {Show(pair.pair.Second)}"
            : left.Count() == right.Count() ? null
            : $"{left.Count()} and {right.Count()} rows";
    }

    private static string Show<T>(T value) => value is string text
        ? string.Join(' ', text.EnumerateRunes().Select(rune => $"U+{rune.Value:X4}"))
        : new StringBuilder().Append(CultureInfo.InvariantCulture, $"{value}").ToString();

    private static int FromEnvironment(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private sealed record Answer(List<long> Order, List<long> Less, List<long> Equal, long Distinct);
}
