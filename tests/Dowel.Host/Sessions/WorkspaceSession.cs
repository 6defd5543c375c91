namespace Dowel.HostTests;

/// <summary>What somebody does with projects.</summary>
internal static class WorkspaceSession
{
    /// <summary>Does it.</summary>
    /// <returns>All that nobody else may see.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(SharedHost host)
    {
        var user = await host.AddAsync("workspace");
        var secrets = (string[])["name-of-a-project", "what-it-is-about", "the-other-name", "what-is-in-a-file", "what-is-in-it-now", "what-an-agent-wants", "what-it-noted"];
        var made = (await user.PostAsync("/workspaces/projects", new { name = secrets[0], description = secrets[1] })).ShouldBe(201);
        var project = made.Headers.Location!.ToString();
        made.Headers.ETag!.Tag.ShouldBe("\"1\"");
        (await user.GetAsync(project)).ShouldBe(200).Text.ShouldBe(made.Text);
        var changed = (await user.SendAsync("PUT", project, new { name = secrets[2] }, ("If-Match", "\"1\""))).ShouldBe(200);
        changed.Headers.ETag!.Tag.ShouldBe("\"2\"");
        changed.Body.GetProperty("description").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        await ArchiveAsync(user, project);
        await WriteFilesAsync(user, project, secrets);
        await RunAgentAsync(user, project, secrets);
        (await user.DeleteAsync(project)).ShouldBe(204);
        (await user.DeleteAsync(project)).ShouldBe(404);
        (await user.GetAsync(project + "/files/a/b.txt")).ShouldBe(404);
        return secrets;
    }

    private static async Task ArchiveAsync(User user, string project)
    {
        (await user.GetAsync("/workspaces/projects?name=other")).All("revision").ShouldBe(["2"]);
        (await user.PutAsync(project + "/archive")).ShouldBe(204);
        (await user.GetAsync("/workspaces/projects")).ShouldBe(200).Values.ShouldBeEmpty();
        (await user.GetAsync(project)).Body.GetProperty("archivedAt").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
        (await user.DeleteAsync(project + "/archive")).ShouldBe(204);
        (await user.GetAsync("/workspaces/projects")).Values.Length.ShouldBe(1);
    }

    private static async Task WriteFilesAsync(User user, string project, string[] secrets)
    {
        var made = (await user.PutAsync(project + "/files/a/b.txt", new { content = secrets[3] })).ShouldBe(201);
        (await user.GetAsync(made.Headers.Location!.ToString())).Body.GetProperty("content").GetString().ShouldBe(secrets[3]);
        (await user.PutAsync(project + "/files/a/b.txt", new { content = secrets[4] })).ShouldBe(204);
        (await user.PutAsync(project + "/files/c.txt", new { content = "" })).ShouldBe(201);
        (await user.GetAsync(project + "/files")).All("content").ShouldBe([secrets[4], ""]);
        (await user.PostAsync(project + "/moves", new { from = "a/b.txt", to = "c.txt" })).ShouldFail(409, "DWL4001");
        (await user.PostAsync(project + "/moves", new { from = "a/b.txt", to = "d.txt" })).ShouldBe(204);
        (await user.PostAsync(project + "/moves", new { from = "a/b.txt", to = "e.txt" })).ShouldBe(404);
        (await user.DeleteAsync(project + "/files/c.txt")).ShouldBe(204);
        (await user.DeleteAsync(project + "/files/c.txt")).ShouldBe(404);
        (await user.GetAsync(project + "/files")).All("path").ShouldBe(["d.txt"]);
    }

    private static async Task RunAgentAsync(User user, string project, string[] secrets)
    {
        var state = new { status = "running", goal = secrets[5], step = 3, notes = new[] { secrets[6] } };
        (await user.GetAsync(project + "/agent")).ShouldBe(404);
        (await user.PutAsync(project + "/agent", state)).ShouldBe(201);
        (await user.PutAsync(project + "/agent", state)).ShouldBe(204);
        (await user.GetAsync(project + "/agent")).ShouldBe(200).Body.GetProperty("notes")[0].GetString().ShouldBe(secrets[6]);
        (await user.GetAsync("/workspaces/agents?status=RUNNING")).ShouldBe(200).Body[0].GetProperty("name").GetString().ShouldBe(secrets[2]);
        (await user.GetAsync("/workspaces/agents?status=idle")).ShouldBe(200).Text.ShouldBe("[]");
        (await user.DeleteAsync(project + "/agent")).ShouldBe(204);
        (await user.DeleteAsync(project + "/agent")).ShouldBe(404);
    }
}
