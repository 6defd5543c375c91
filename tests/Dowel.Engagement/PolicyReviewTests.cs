using System.Text.Json;
using PlayerEngagement;

namespace Dowel.Engagement;

public sealed class PolicyReviewTests
{
    private static readonly PolicyReview Review = new(new([new ConsecutiveStreak(), new DecayingStreak()]));

    [Theory]
    [InlineData("""{"baseXp":1}""")]
    [InlineData("""{"baseXp":1000000000,"graceDays":365,"curve":[{"fromDay":1,"percent":1},{"fromDay":9,"percent":100000}]}""")]
    [InlineData("""{"baseXp":1,"streak":{"model":"consecutive"}}""")]
    [InlineData("""{"baseXp":1,"streak":{"model":"decaying","options":{"lossPerMissedDay":1000,"graceRefillDays":0}}}""")]
    [InlineData("""{"baseXp":1,"seasons":[{"id":"a","from":"2026-11-01","through":"2026-11-01"},{"id":"b","from":"2026-11-02","through":"2026-12-01","overrides":{"graceDays":3}}],"segments":{"vip":{}}}""")]
    public void A_policy_without_mistakes(string json) => Find(json).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"baseXp":0}""", "baseXp")]
    [InlineData("""{"baseXp":1000000001}""", "baseXp")]
    [InlineData("""{"baseXp":1,"graceDays":-1}""", "graceDays")]
    [InlineData("""{"baseXp":1,"curve":[{"fromDay":0,"percent":100}]}""", "curve: fromDay")]
    [InlineData("""{"baseXp":1,"curve":[{"fromDay":2,"percent":100},{"fromDay":2,"percent":100}]}""", "curve: fromDay")]
    [InlineData("""{"baseXp":1,"curve":[{"fromDay":1,"percent":0}]}""", "curve: percent")]
    [InlineData("""{"baseXp":1,"streak":{"model":"weekly"}}""", "streak.model: there is none called 'weekly'; there are consecutive, decaying")]
    [InlineData("""{"baseXp":1,"streak":{"model":"consecutive","options":{"x":1}}}""", "streak.options")]
    [InlineData("""{"baseXp":1,"streak":{"model":"decaying","options":{"lossPerMissedDay":0}}}""", "streak.options: lossPerMissedDay")]
    [InlineData("""{"baseXp":1,"streak":{"model":"decaying","options":{"lossPerMissedDay":"2"}}}""", "streak.options: lossPerMissedDay")]
    [InlineData("""{"baseXp":1,"streak":{"model":"decaying","options":{"graceRefillDays":1.5}}}""", "streak.options: graceRefillDays")]
    [InlineData("""{"baseXp":1,"streak":{"model":"decaying","options":{"loss":1}}}""", "streak.options: the decaying model has no 'loss'")]
    [InlineData("""{"baseXp":1,"seasons":[{"id":"","from":"2026-11-01","through":"2026-11-02"}]}""", "seasons: a season has no id")]
    [InlineData("""{"baseXp":1,"seasons":[{"id":"a","from":"2026-11-02","through":"2026-11-01"}]}""", "seasons.a: it ends")]
    [InlineData("""{"baseXp":1,"seasons":[{"id":"a","from":"2026-11-01","through":"2026-11-05"},{"id":"b","from":"2026-11-05","through":"2026-11-06"}]}""", "seasons.b: it overlaps a")]
    [InlineData("""{"baseXp":1,"seasons":[{"id":"a","from":"2026-11-01","through":"2026-11-02"},{"id":"a","from":"2026-11-05","through":"2026-11-06"}]}""", "seasons.a: the id is there twice")]
    [InlineData("""{"baseXp":1,"seasons":[{"id":"a","from":"2026-11-01","through":"2026-11-02","overrides":{"baseXp":0}}]}""", "seasons.a.baseXp")]
    [InlineData("""{"baseXp":1,"segments":{"vip":{"graceDays":999}}}""", "segments.vip.graceDays")]
    [InlineData("""{"baseXp":1,"segments":{" ":{}}}""", "segments: a segment has no key")]
    public void A_mistake_is_told_with_its_place(string json, string mistake) => Find(json).ShouldHaveSingleItem().ShouldStartWith(mistake);

    [Theory]
    [InlineData("""{"baseXp":1,"streak":{},"segments":{"vip":null}}""", "")]
    [InlineData("""{"baseXp":1,"curve":[null]}""", "curve: a step is null")]
    [InlineData("""{"baseXp":1,"seasons":[null]}""", "seasons: a season is null")]
    [InlineData("""{}""", "baseXp is from 1 to 1000000000")]
    public void What_a_reader_that_is_less_strict_lets_through_is_found(string json, string mistakes) =>
        string.Join(", ", Review.Find(JsonSerializer.Deserialize<PolicyDefinition>(json, JsonSerializerOptions.Web)!)).ShouldBe(mistakes);

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"baseXp":1,"bonus":2}""")]
    [InlineData("""{"baseXp":1,"curve":[{"fromDay":1}]}""")]
    public void A_document_that_is_no_policy_is_not_read(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize(json, EngagementJson.Default.PolicyDefinition));

    [Theory]
    [InlineData(1, 100, 100)]
    [InlineData(3, 33, 1)]
    [InlineData(1_000_000_000, 100_000, 1_000_000_000_000)]
    public void What_is_left_of_a_point_is_left_out_and_a_claim_is_worth_one_at_least(long baseXp, int percent, long expected) =>
        new PolicyTerms(baseXp, 0, [new(1, percent)], null).XpOn(5).ShouldBe(baseXp == 1 ? 1 : expected);

    private static IReadOnlyList<string> Find(string json) => Review.Find(JsonSerializer.Deserialize(json, EngagementJson.Default.PolicyDefinition)!);
}
