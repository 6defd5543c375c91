namespace Dowel.HostTests;

/// <summary>What an owner of the store does.</summary>
internal static class DeploySession
{
    /// <summary>Does it.</summary>
    /// <returns>All that nobody else may see.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(SharedHost host)
    {
        var owner = await host.AdminAsync();
        var (name, secret) = ($"shop-{Guid.NewGuid():N}", $"key-of-the-shop-{Guid.NewGuid():N}");
        var asked = (await owner.PostAsync("/deploy/deployments", new
        {
            name,
            image = "shop:2",
            replicas = 2,
            environment = new Dictionary<string, string> { ["KEY"] = secret },
            ports = new[] { new { outside = 80, inside = 8080 } },
        })).ShouldBe(201);
        (await owner.GetAsync(asked.Headers.Location!.ToString())).ShouldBe(200).Body.GetProperty("config").GetProperty("environment").GetProperty("KEY").GetString().ShouldBe(secret);
        var id = asked.Body.GetProperty("id").GetString()!;
        (await owner.PostAsync($"/deploy/deployments/{id}/end", new { succeeded = true })).ShouldFail(409);
        await StartAsync(owner, id);
        (await owner.GetAsync($"/deploy/deployments?name={name}&status=running&total=true")).ShouldBe(200).Body.GetProperty("total").GetInt64().ShouldBe(1);
        (await owner.PostAsync($"/deploy/deployments/{id}/end", new { succeeded = true })).ShouldBe(204);
        (await owner.GetAsync("/deploy/deployments/history?limit=500")).ShouldBe(200).All("id").ShouldContain(id);
        await ServeAsync(owner, id, name);
        await CancelAsync(owner, name);
        await ManageAsync(owner);
        return [secret];
    }

    // Those that others have asked for wait longer.
    private static async Task StartAsync(User owner, string id)
    {
        while ((await owner.PostAsync("/deploy/deployments/next")).ShouldBe(200).Body.GetProperty("id").GetString() != id)
        {
        }
    }

    private static async Task ServeAsync(User owner, string id, string name)
    {
        (await owner.PutAsync($"/deploy/services/{name}", new { deploymentId = id })).ShouldBe(201);
        (await owner.PutAsync($"/deploy/services/{name}", new { deploymentId = id, status = "unhealthy" })).ShouldBe(204);
        (await owner.SendAsync("PATCH", $"/deploy/services/{name}", new { status = "healthy" })).ShouldBe(204);
        (await owner.GetAsync("/deploy/services")).ShouldBe(200).Text.ShouldContain($"\"{name}\"");
        (await owner.GetAsync("/deploy/services/live")).ShouldBe(200).Text.ShouldContain("\"healthy\"");
        (await owner.DeleteAsync($"/deploy/deployments/{id}")).ShouldFail(409, "DWL4002");
        (await owner.DeleteAsync($"/deploy/services/{name}")).ShouldBe(204);
        (await owner.DeleteAsync($"/deploy/deployments/{id}")).ShouldBe(204);
        (await owner.GetAsync($"/deploy/deployments/{id}")).ShouldBe(404);
    }

    private static async Task CancelAsync(User owner, string name)
    {
        var id = (await owner.PostAsync("/deploy/deployments", new { name, image = "shop:3" })).ShouldBe(201).Body.GetProperty("id").GetString();
        (await owner.PostAsync($"/deploy/deployments/{id}/cancel")).ShouldBe(204);
        (await owner.PostAsync($"/deploy/deployments/{id}/cancel")).ShouldFail(409);
        (await owner.PostAsync($"/deploy/deployments/{id}/end", new { succeeded = false, failure = "late" })).ShouldFail(409);
    }

    private static async Task ManageAsync(User owner)
    {
        var id = $"{Guid.NewGuid()}";
        var made = (await owner.PostAsync("/deploy/users", new { id, email = $"{id}@example.org", role = "developer" })).ShouldBe(201);
        (await owner.GetAsync(made.Headers.Location!.ToString())).ShouldBe(200).Text.ShouldBe(made.Text);
        (await owner.PostAsync("/deploy/users", new { id, email = "other@example.org" })).ShouldFail(409, "DWL4001");
        (await owner.PostAsync("/deploy/users", new { id = "other", email = $"{id}@example.org" })).ShouldFail(409, "DWL4001");
        (await owner.PutAsync($"/deploy/users/{id}/role", new { role = "viewer" })).ShouldBe(204);
        (await owner.GetAsync("/deploy/users?limit=500")).All("id").ShouldContain(id);
        (await owner.DeleteAsync($"/deploy/users/{id}")).ShouldBe(204);
        (await owner.DeleteAsync($"/deploy/users/{id}")).ShouldBe(404);
    }
}
