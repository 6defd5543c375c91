using System.Globalization;
using System.Net;

namespace Dowel.HostProcesses;

/// <summary>Users who keep a service busy until it ends: claims, files and deployments.</summary>
internal sealed class Writers : IDisposable
{
    private const int Paths = 20;

    private readonly Client _client;
    private readonly IReadOnlyList<Member> _members;
    private readonly CancellationTokenSource _end = new();
    private int _next;

    private Writers(HostProcess host, IReadOnlyList<Member> members) => (_client, _members) = (new(host), members);

    /// <summary>What they were promised.</summary>
    public Promises Promises { get; } = new();

    private Member Admin => _members[0];

    /// <summary>Begins.</summary>
    /// <param name="host">The service.</param>
    /// <param name="members">Users; the first is an admin.</param>
    /// <returns>The writers, and when they have all come to an end.</returns>
    public static async Task<(Writers Writers, Task Done)> StartAsync(HostProcess host, IReadOnlyList<Member> members)
    {
        var writers = new Writers(host, members);
        await writers.MustAsync(HttpMethod.Post, "/xp/policies/daily_login/versions", new { baseXp = 10 });
        await writers.MustAsync(HttpMethod.Put, "/xp/policies/daily_login/active", new { version = 1 });
        var project = (await writers.MustAsync(HttpMethod.Post, "/workspaces/projects", new { name = "load" })).Id;
        return (writers, Task.WhenAll(
            writers.RepeatAsync(writers.ClaimAsync),
            writers.RepeatAsync(writers.ClaimAsync),
            writers.RepeatAsync(writers.ClaimAsync),
            writers.RepeatAsync(turn => writers.WriteAsync(project, $"a/{turn % Paths}", turn / Paths)),
            writers.RepeatAsync(turn => writers.WriteAsync(project, $"b/{turn % Paths}", turn / Paths)),
            writers.RepeatAsync(_ => writers.DeployAsync())));
    }

    /// <summary>Waits until there is enough to look at.</summary>
    public async Task WaitAsync()
    {
        while (!Promises.AreEnough)
        {
            Promises.Failures.ShouldBeEmpty();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _client.Dispose();
        _end.Dispose();
    }

    // Until there is no answer any more.
    private async Task RepeatAsync(Func<int, Task<bool>> act)
    {
        for (var turn = 0; !_end.IsCancellationRequested && await act(turn); turn++)
        {
        }
    }

    private async Task<bool> ClaimAsync(int turn)
    {
        if (Interlocked.Increment(ref _next) is var number && number >= _members.Count)
        {
            return false;
        }

        var key = Guid.NewGuid();
        if (!Note(await _client.SendAsync(_members[number], HttpMethod.Post, "/xp/player", new { rewardTz = "Europe/Berlin" }), () => { }))
        {
            return false;
        }

        return Note(await _client.SendAsync(_members[number], HttpMethod.Post, "/xp/claims", key: key), () => Promises.Claims.Add(key.ToString()));
    }

    private async Task<bool> WriteAsync(string project, string path, int number)
    {
        var body = new { content = (number + 1).ToString(CultureInfo.InvariantCulture) };
        var answer = await _client.SendAsync(Admin, HttpMethod.Put, $"/workspaces/projects/{project}/files/{path}", body);
        return Note(answer, () => Promises.Files[path] = number + 1);
    }

    private async Task<bool> DeployAsync()
    {
        var answer = await _client.SendAsync(Admin, HttpMethod.Post, "/deploy/deployments", new { name = "web", image = "web:1" });
        return Note(answer, () => Promises.Deployments.Add(answer!.Id));
    }

    private bool Note(Client.Answer? answer, Action keep)
    {
        if (answer is { IsSuccess: true })
        {
            keep();
        }
        else if (answer is { Status: not HttpStatusCode.ServiceUnavailable })
        {
            Promises.Failures.Add($"{answer.Status}: {answer.Body}");
        }

        return answer is not null;
    }

    private async Task<Client.Answer> MustAsync(HttpMethod method, string path, object body)
    {
        var answer = await _client.SendAsync(Admin, method, path, body);
        answer.ShouldNotBeNull().IsSuccess.ShouldBeTrue($"{path}: {answer.Status} {answer.Body}");
        return answer;
    }
}
