using System.Collections.Concurrent;
using System.Globalization;

namespace Dowel.HostProcesses;

/// <summary>What a service has said that it did; and whether the database has it.</summary>
internal sealed class Promises
{
    private const int Enough = 40;

    /// <summary>The keys of claims that were granted.</summary>
    public ConcurrentBag<string> Claims { get; } = [];

    /// <summary>The deployments that were added.</summary>
    public ConcurrentBag<string> Deployments { get; } = [];

    /// <summary>At each path, the number that was last said to be written.</summary>
    public ConcurrentDictionary<string, int> Files { get; } = [];

    /// <summary>Answers that were neither done nor "come back later".</summary>
    public ConcurrentBag<string> Failures { get; } = [];

    /// <summary>Whether there is something of every kind.</summary>
    public bool AreEnough => Claims.Count >= Enough && Deployments.Count >= Enough && Files.Values.Sum() >= Enough;

    /// <summary>Compares them with what there is.</summary>
    /// <param name="place">Where the service's data is.</param>
    public async Task ShouldBeKeptAsync(HostPlace place)
    {
        Failures.ShouldBeEmpty();
        var awards = (await place.QueryAsync("xp", "select receipt_id from xp_awards")).Split(',');
        Claims.Except(awards, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
        var deployments = (await place.QueryAsync("deploy_store", "select id from deployments")).Split(',');
        Deployments.Except(deployments).ShouldBeEmpty();
        var files = (await place.QueryAsync("workspaces", "select path, content from project_files")).Split(',')
            .Select(row => row.Split('|')).ToDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture));

        // What comes after the last answer may have been written as well.
        Files.Where(file => files.GetValueOrDefault(file.Key) - file.Value < 0).ShouldBeEmpty();
        (await place.QueryAsync("xp", HalfClaimed)).ShouldBe("");
    }

    // Of each player there is one claim or none: an award, its entry in the ledger, a streak of one day and a balance, all of the same worth.
    private const string HalfClaimed = """
        select u.external_user_id
        from xp_users u
        left join xp_awards a on a.user_id = u.user_id
        left join xp_ledger l on l.user_id = u.user_id
        left join xp_streaks s on s.user_id = u.user_id
        left join xp_balance b on b.user_id = u.user_id
        where not (a.receipt_id is null and l.correlation_id is null and coalesce(s.current_streak, 0) = 0 and coalesce(b.current_balance, 0) = 0)
            and not coalesce(l.correlation_id = a.receipt_id and l.amount = a.xp_awarded and b.current_balance = l.amount and b.lifetime_xp = l.amount
                and s.current_streak = 1 and s.last_reward_day_id = a.reward_day_id, false)
        """;
}
