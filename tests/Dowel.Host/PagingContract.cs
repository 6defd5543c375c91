using Dowel.Data;

namespace Dowel.HostTests;

/// <summary>Lists that are read in pages while others write: what was there is read once, whatever comes and goes beside it.</summary>
public abstract class PagingContract(SharedHost host) : HostContract(host)
{
    private const int Old = 23;

    [Fact]
    public async Task Projects_are_listed_once_each()
    {
        var (user, doomed, round) = (await Host.AddAsync("paging"), new Queue<string>(), 0);
        var old = await MakeAsync(async i =>
            (await user.PostAsync("/workspaces/projects", new { name = $"n{i}", description = i % 3 == 0 ? null : $"d{i % 5}" })).ShouldBe(201).Id.ToString());
        foreach (var i in Enumerable.Range(0, 6))
        {
            doomed.Enqueue((await user.PostAsync("/workspaces/projects", new { name = $"z{i}", description = "zz" })).ShouldBe(201).Id.ToString());
        }

        var seen = await ReadAsync(user, "/workspaces/projects?limit=3", "id", async () =>
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(i => user.PostAsync("/workspaces/projects", new { name = $"new {round} {i}", description = $"d{i}" })));
            if (doomed.TryDequeue(out var id))
            {
                (await user.DeleteAsync($"/workspaces/projects/{id}")).ShouldBe(204);
            }

            round++;
        });

        ShouldHaveSeenOnce(seen, old);
    }

    [Fact]
    public async Task Files_are_listed_once_each_by_code_point()
    {
        var (user, round) = (await Host.AddAsync("paging"), 0);
        var files = $"/workspaces/projects/{(await user.PostAsync("/workspaces/projects", new { name = "files" })).ShouldBe(201).Id}/files";
        var old = await MakeAsync(async i =>
        {
            var path = $"{"aZé日😀"[i % 4]}/{i:00}";
            (await user.PutAsync($"{files}/{Uri.EscapeDataString(path)}", new { content = "" })).ShouldBe(201);
            return path;
        });

        var seen = await ReadAsync(user, files + "?limit=4", "path", async () =>
            await Task.WhenAll(Enumerable.Range(0, 3).Select(i => user.PutAsync($"{files}/{"aZm"[i]}{round++}", new { content = "" }))));

        ShouldHaveSeenOnce(seen, old);
        seen.ShouldBe(seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Entries_of_the_ledger_are_listed_once_each_newest_first()
    {
        var (user, admin) = (await Host.AddAsync("paging"), await Host.AdminAsync());
        (await user.PostAsync("/xp/player", new { rewardTz = "Europe/Berlin" })).ShouldBe(201);
        var old = await MakeAsync(PostAsync);

        var seen = await ReadAsync(user, "/xp/ledger?limit=5", "correlationId", () => Task.WhenAll(Enumerable.Range(0, 3).Select(PostAsync)));

        ShouldHaveSeenOnce(seen, old);
        seen.Where(old.Contains).ShouldBe(old.AsEnumerable().Reverse());

        async Task<string> PostAsync(int i)
        {
            var key = $"{Guid.NewGuid()}";
            (await admin.SendAsync("POST", $"/xp/players/{user.Id}/postings", new { amount = i + 1, reason = "gift" }, ("Idempotency-Key", key))).ShouldBe(200);
            return key;
        }
    }

    [Fact]
    public async Task Deployments_of_one_second_are_listed_once_each()
    {
        var owner = await Host.AdminAsync();
        var old = await MakeAsync(AddAsync);

        var seen = await ReadAsync(owner, "/deploy/deployments/history?limit=7", "id", () => Task.WhenAll(Enumerable.Range(0, 3).Select(AddAsync)));

        ShouldHaveSeenOnce(seen, old);

        async Task<string> AddAsync(int i) => (await owner.PostAsync("/deploy/deployments", new { name = $"page-{i}", image = "page:1" })).ShouldBe(201).Body.GetProperty("id").GetString()!;
    }

    [Fact]
    public async Task Numbered_pages_say_whether_there_are_more()
    {
        var owner = await Host.AdminAsync();
        var name = $"{Guid.NewGuid()}";
        await MakeAsync(async _ => (await owner.PostAsync("/deploy/deployments", new { name, image = "page:1" })).ShouldBe(201).Text);

        (await owner.GetAsync($"/deploy/deployments?name={name}&limit=20")).ShouldBe(200).Body.GetProperty("hasMore").GetBoolean().ShouldBeTrue();
        var rest = (await owner.GetAsync($"/deploy/deployments?name={name}&limit=20&offset=20&total=true")).ShouldBe(200);
        (rest.Values.Length, rest.Body.GetProperty("hasMore").GetBoolean(), rest.Body.GetProperty("total").GetInt64()).ShouldBe((Old - 20, false, Old));
        (await owner.GetAsync($"/deploy/deployments?name={name}&offset=9223372036854775807")).ShouldBe(200).Values.ShouldBeEmpty();
    }

    private static async Task<List<string>> MakeAsync(Func<int, Task<string>> make)
    {
        var made = new List<string>();
        for (var i = 0; i < Old; i++)
        {
            made.Add(await make(i));
        }

        return made;
    }

    private static async Task<List<string>> ReadAsync(User user, string path, string member, Func<Task> between)
    {
        var (seen, next) = (new List<string>(), (string?)null);
        do
        {
            var page = (await user.GetAsync(next is null ? path : $"{path}&after={Uri.EscapeDataString(next)}")).ShouldBe(200);
            seen.AddRange(page.All(member));
            next = page.Next;
            if (seen.Count < 3 * Old)
            {
                await between();
            }
        }
        while (next is not null);

        return seen;
    }

    private static void ShouldHaveSeenOnce(List<string> seen, List<string> old)
    {
        seen.Count.ShouldBe(seen.Distinct(StringComparer.Ordinal).Count());
        old.Except(seen, StringComparer.Ordinal).ShouldBeEmpty();
    }
}

[Collection(nameof(DatabaseEngine.Sqlite))]
public sealed class SqlitePaging(SqliteHost host) : PagingContract(host);

[Collection(nameof(DatabaseEngine.Postgres))]
public sealed class PostgresPaging(PostgresHost host) : PagingContract(host);
