using Dowel.Data;

namespace Dowel.HostTests;

/// <summary>How much one caller may ask for. It has nothing to do with the engine.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private const int Burst = 20; // ten seconds' worth

    private readonly RunningHost _host = new(DatabaseEngine.Sqlite) { Settings = ["--Limits:PerSecond", "2", "--Limits:AnonymousPerSecond", "2"] };

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_caller_who_asks_too_much_is_told_to_wait_and_others_are_not()
    {
        var (ann, bob) = (await User.AddAsync(_host, "ann@example.org"), await User.AddAsync(_host, "bob@example.org"));

        (await ExhaustAsync(() => ann.GetAsync("/core/me"))).ShouldFail(429).Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        (await ann.DeleteAsync("/xp/player")).ShouldFail(429);
        (await bob.GetAsync("/core/me")).ShouldBe(200);
        (await ExhaustAsync(() => User.RegisterAsync(_host, "ann@example.org"))).ShouldFail(429);
        (await bob.GetAsync("/core/me")).ShouldBe(200);
        for (var i = 0; i < 2 * Burst; i++)
        {
            (await ann.GetAsync("/health/live")).ShouldBe(200);
        }

        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        (await ann.GetAsync("/core/me")).ShouldBe(200);
    }

    private static async Task<Reply> ExhaustAsync(Func<Task<Reply>> send)
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 3 * Burst).Select(_ => send()));
        replies.Count(reply => reply.Status != 429).ShouldBeInRange(1, 2 * Burst);
        return replies.First(reply => reply.Status == 429);
    }
}
