namespace Dowel.HostTests;

/// <summary>What a player does, and an admin with policies and players.</summary>
internal static class RewardSession
{
    /// <summary>Does it.</summary>
    /// <returns>All that nobody else may see.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(SharedHost host)
    {
        var (user, admin) = (await host.AddAsync("player"), await host.AdminAsync());
        var (policy, reason, note, segment) = ($"policy-{Guid.NewGuid():N}", "reason-of-a-posting", "note-on-a-posting", "segment-of-a-player");
        (await user.PostAsync("/xp/player", new { rewardTz = "Asia/Tokyo" })).ShouldBe(201).Headers.Location!.ToString().ShouldBe("/xp/player");
        (await user.PostAsync("/xp/player", new { rewardTz = "Asia/Tokyo" })).ShouldBe(204);
        await PublishAsync(admin, policy, segment);
        (await admin.PutAsync($"/xp/players/{user.Id}/segment", new { segment })).ShouldBe(204);
        await ClaimAsync(user, policy);
        await PostAsync(admin, user, reason, note);
        await ChangeZoneAsync(user);
        (await user.DeleteAsync("/xp/player")).ShouldBe(204);
        (await user.GetAsync("/xp/player")).ShouldBe(404);
        (await user.GetAsync("/xp/ledger")).ShouldBe(200).Values.ShouldBeEmpty();
        return [reason, note, segment];
    }

    private static async Task PublishAsync(User admin, string policy, string segment)
    {
        var segments = new Dictionary<string, object> { [segment] = new { baseXp = 70 } };
        (await admin.PostAsync($"/xp/policies/{policy}/versions", new { baseXp = 7, segments })).ShouldBe(201).Body.GetProperty("version").GetInt32().ShouldBe(1);
        (await admin.GetAsync($"/xp/policies/{policy}")).ShouldBe(404);
        (await admin.PutAsync($"/xp/policies/{policy}/active", new { version = 1 })).ShouldBe(204);
        (await admin.PutAsync($"/xp/policies/{policy}/active", new { version = 2 })).ShouldBe(404);
        (await admin.GetAsync($"/xp/policies/{policy}")).ShouldBe(200).Body.GetProperty("definition").GetProperty("baseXp").GetInt64().ShouldBe(7);
        (await admin.GetAsync($"/xp/policies/{policy}/versions?total=true")).ShouldBe(200).Body.GetProperty("total").GetInt64().ShouldBe(1);
    }

    private static async Task ClaimAsync(User user, string policy)
    {
        var key = Guid.NewGuid();
        var granted = (await user.ClaimAsync(key, $"?policy={policy}")).ShouldBe(201);
        granted.Body.GetProperty("receipt").GetProperty("xpAwarded").GetInt64().ShouldBe(70);
        (await user.GetAsync(granted.Headers.Location!.ToString())).ShouldBe(200).Text.ShouldBe(granted.Body.GetProperty("receipt").GetRawText());
        (await user.ClaimAsync(key, $"?policy={policy}")).ShouldBe(200).Text.ShouldBe(granted.Text);
        (await user.ClaimAsync(Guid.NewGuid())).ShouldBe(200).Body.GetProperty("granted").GetBoolean().ShouldBeFalse();
        var profile = (await user.GetAsync("/xp/player")).ShouldBe(200).Body;
        profile.GetProperty("currentBalance").GetInt64().ShouldBe(70);
        profile.GetProperty("canClaim").GetBoolean().ShouldBeFalse();
    }

    private static async Task PostAsync(User admin, User user, string reason, string note)
    {
        var posting = new { amount = -20, reason, metadata = new { note } };
        var path = $"/xp/players/{user.Id}/postings";
        var key = ("Idempotency-Key", $"{Guid.NewGuid()}");
        var posted = (await admin.SendAsync("POST", path, posting, key)).ShouldBe(200);
        (await admin.SendAsync("POST", path, posting, key)).ShouldBe(200).Text.ShouldBe(posted.Text);
        (await admin.SendAsync("POST", path, posting with { amount = -21 }, key)).ShouldFail(409);
        (await user.GetAsync("/xp/ledger")).ShouldBe(200).All("amount").ShouldBe(["-20", "70"]);
        var page = (await user.GetAsync("/xp/ledger/pages?limit=1&total=true")).ShouldBe(200);
        page.Body.GetProperty("total").GetInt64().ShouldBe(2);
        page.Values.ShouldHaveSingleItem().GetProperty("metadata").GetProperty("note").GetString().ShouldBe(note);
    }

    private static async Task ChangeZoneAsync(User user)
    {
        var change = (await user.PutAsync("/xp/player/zone", new { rewardTz = "America/St_Johns" })).ShouldBe(200).Body;
        change.GetProperty("status").GetString().ShouldBe("scheduled");
        change.GetProperty("pendingTz").GetString().ShouldBe("America/St_Johns");
        (await user.GetAsync("/xp/player/zone/history")).ShouldBe(200).All("toTz").ShouldContain("America/St_Johns");
    }
}
