namespace Dowel.HostTests;

/// <summary>What somebody does with an account, and an admin with everybody's.</summary>
internal static class AccountSession
{
    private const string Second = "a second password of theirs";
    private const string Third = "a third password of theirs";

    /// <summary>Does it.</summary>
    /// <returns>All that nobody else may see.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(SharedHost host)
    {
        var user = await host.AddAsync("account");
        var secrets = new List<string> { User.Password, Second, Third, user.Token! };
        (await user.GetAsync("/core/roles")).ShouldBe(200);
        secrets.Add(await VerifyAsync(host, user));
        await ChangePasswordAsync(user);
        var refreshed = await RefreshAsync(user, Second, secrets);
        secrets.Add(await ResetAsync(host, user));
        (await refreshed.GetAsync("/core/me")).ShouldFail(401);
        var again = user with { Token = await LogInAsync(user, Third, secrets) };
        (await again.DeleteAsync("/core/sessions/current")).ShouldBe(204);
        again = user with { Token = await LogInAsync(user, Third, secrets) };
        (await again.DeleteAsync("/core/sessions")).ShouldBe(204);
        (await again.GetAsync("/core/me")).ShouldFail(401, "unauthenticated");
        await AdministerAsync(await host.AdminAsync(), user);
        return secrets;
    }

    private static async Task<string> VerifyAsync(SharedHost host, User user)
    {
        var first = await Outbox.TakeSecretAsync(host.Running, user.Email, "Your address");
        host.Running.Clock.Advance(TimeSpan.FromMinutes(2));
        (await user.PostAsync("/core/email-verifications")).ShouldBe(202);
        var second = await Outbox.TakeSecretAsync(host.Running, user.Email, "Your address");
        (await user.PostAsync("/core/email-verifications/complete", new { token = first })).ShouldFail(400, "token_refused");
        (await user.PostAsync("/core/email-verifications/complete", new { token = second })).ShouldBe(204);
        (await user.GetAsync("/core/me")).Body.GetProperty("emailVerified").GetBoolean().ShouldBeTrue();
        return second;
    }

    private static async Task ChangePasswordAsync(User user)
    {
        (await user.PutAsync("/core/me/password", new { currentPassword = Third, newPassword = Second })).ShouldFail(400).Fields.ShouldBe(["currentPassword"]);
        (await user.PutAsync("/core/me/password", new { currentPassword = User.Password, newPassword = Second })).ShouldBe(204);
        (await user.PostAsync("/core/sessions", new { email = user.Email, password = User.Password })).ShouldFail(401, "credentials_refused");
    }

    private static async Task<User> RefreshAsync(User user, string password, List<string> secrets)
    {
        var tokens = (await user.PostAsync("/core/sessions", new { email = user.Email, password })).ShouldBe(200).Body;
        var refresh = tokens.GetProperty("refreshToken").GetString()!;
        var fresh = (await user.PostAsync("/core/sessions/refresh", new { refreshToken = refresh })).ShouldBe(200).Body;
        secrets.AddRange([refresh, tokens.GetProperty("accessToken").GetString()!, fresh.GetProperty("accessToken").GetString()!, fresh.GetProperty("refreshToken").GetString()!]);
        return user with { Token = fresh.GetProperty("accessToken").GetString() };
    }

    private static async Task<string> ResetAsync(SharedHost host, User user)
    {
        (await user.PostAsync("/core/password-resets", new { email = user.Email })).ShouldBe(202);
        (await user.PostAsync("/core/password-resets", new { email = "nobody-at-all@example.org" })).ShouldBe(202);
        var secret = await Outbox.TakeSecretAsync(host.Running, user.Email, "A new password");
        (await user.PostAsync("/core/password-resets/complete", new { token = secret, newPassword = Third })).ShouldBe(204);
        (await user.PostAsync("/core/password-resets/complete", new { token = secret, newPassword = Third })).ShouldFail(400, "token_refused");
        return secret;
    }

    private static async Task<string> LogInAsync(User user, string password, List<string> secrets)
    {
        var token = (await user.PostAsync("/core/sessions", new { email = user.Email, password })).ShouldBe(200).Body.GetProperty("accessToken").GetString()!;
        secrets.Add(token);
        return token;
    }

    private static async Task AdministerAsync(User admin, User user)
    {
        (await admin.GetAsync($"/core/users?q={Uri.EscapeDataString(user.Email)}")).ShouldBe(200).Body.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await admin.GetAsync($"/core/users/{user.Id}")).ShouldBe(200).Body.GetProperty("email").GetString().ShouldBe(user.Email);
        (await admin.PostAsync($"/core/users/{user.Id}/disable")).ShouldBe(204);
        (await user.PostAsync("/core/sessions", new { email = user.Email, password = Third })).ShouldFail(401);
        (await admin.PostAsync($"/core/users/{user.Id}/enable")).ShouldBe(204);
        (await admin.PutAsync($"/core/users/{user.Id}/roles/editor")).ShouldBe(204);
        (await admin.DeleteAsync($"/core/users/{user.Id}/roles/editor")).ShouldBe(204);
        (await admin.DeleteAsync($"/core/users/{admin.Id}/roles/admin")).ShouldFail(409, "last_admin");
        (await admin.GetAsync($"/core/audit-events?subjectType=user&subjectId={user.Id}")).ShouldBe(200).Text.ShouldContain("role.granted");
        (await User.RegisterAsync(admin.Host, user.Email)).ShouldFail(409, "email_taken");
    }
}
