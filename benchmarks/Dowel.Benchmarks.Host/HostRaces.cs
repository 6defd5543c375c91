using System.Net.Http.Json;
using System.Text.Json;

namespace Dowel.Benchmarks;

/// <summary>Sends the same requests to each contestant in turn, round by round.</summary>
/// <param name="place">Where the service's data is.</param>
/// <param name="contestants">The contestants; the first is what all are compared with.</param>
/// <param name="isQuick">Whether one short round is enough, to see that all works.</param>
internal sealed class HostRaces(RacePlace place, IReadOnlyList<Contestant> contestants, bool isQuick)
{
    private readonly Crowd _crowd = new(place);
    private readonly TimeSpan _turn = TimeSpan.FromSeconds(isQuick ? 1 : 3);
    private readonly int _rounds = isQuick ? 1 : 5;
    private double _most = 2000; // claims a second, so that there are enough players for a turn
    private long _next = 2;

    /// <summary>Runs all.</summary>
    /// <returns>For each kind of request, what each contestant's turns came to.</returns>
    public async Task<IReadOnlyList<RaceResult>> RunAsync()
    {
        await using var host = await ServedHost.StartAsync(place);
        await _crowd.GrowAsync(1);
        var project = await PrepareAsync(host.Address);
        var results = new List<RaceResult>();
        foreach (var work in Work.All)
        {
            var turns = contestants.Select(_ => new List<Turn>()).ToList();
            for (var round = -1; round < _rounds; round++)
            {
                for (var i = 0; i < contestants.Count; i++)
                {
                    var at = (round + 1 + i) % contestants.Count;
                    var turn = await RunAsync(new(host.Address, contestants[at].Prefix + work.Path(project)), work);
                    if (round >= 0) // the one before warms up
                    {
                        turns[at].Add(turn);
                    }
                }
            }

            results.AddRange(contestants.Select((contestant, at) => new RaceResult(work, contestant, turns[at])));
        }

        return results;
    }

    private async Task<Turn> RunAsync(Uri address, Work work)
    {
        if (work == Work.Claim)
        {
            return await ClaimAsync(address);
        }

        var turn = await Wrk.RunAsync(address, work, _next, _turn);
        Check(turn.Failed == 0, $"{turn.Failed} of {turn.Requests} requests to {address} have failed.");
        return turn;
    }

    private async Task<Turn> ClaimAsync(Uri address)
    {
        await _crowd.GrowAsync(_next + (long)(2 * _most * _turn.TotalSeconds));
        await place.SettleAsync();
        var before = await CountAwardsAsync();
        var turn = await Wrk.RunAsync(address, Work.Claim, _next, _turn);
        Check(turn.Failed == 0, $"{turn.Failed} of {turn.Requests} claims at {address} have failed.");
        Check(await CountAwardsAsync() - before >= turn.Requests, $"{address} has answered more claims than it has granted.");
        _most = Math.Max(_most, turn.PerSecond);
        _next = turn.Next;
        return turn;
    }

    private Task<long> CountAwardsAsync() => place.CountAsync("xp", "select count(*) from xp_awards");

    private static void Check(bool isRight, string otherwise)
    {
        if (!isRight)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    // A policy to claim by, and a project whose files are there.
    private static async Task<string> PrepareAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Crowd.TokenOf(1));
        await MustAsync(http.PostAsJsonAsync("/xp/policies/daily_login/versions", new { baseXp = 10, curve = new[] { new { fromDay = 3, percent = 150 } } }));
        await MustAsync(http.PutAsJsonAsync("/xp/policies/daily_login/active", new { version = 1 }));
        var project = (await MustAsync(http.PostAsJsonAsync("/workspaces/projects", new { name = "race" }))).GetProperty("id").GetString()!;
        for (var file = 0; file < 1000; file++)
        {
            await MustAsync(http.PutAsJsonAsync($"/workspaces/projects/{project}/files/f{file}", new { content = new string('x', 220) }));
        }

        return project;
    }

    private static async Task<JsonElement> MustAsync(Task<HttpResponseMessage> request)
    {
        using var answer = await request;
        var body = await answer.Content.ReadAsStringAsync();
        return !answer.IsSuccessStatusCode ? throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri}: {answer.StatusCode} {body}")
            : body.Length == 0 ? default
            : JsonSerializer.Deserialize<JsonElement>(body);
    }
}
