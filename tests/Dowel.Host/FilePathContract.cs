using Dowel.Data;

namespace Dowel.HostTests;

/// <summary>Paths of files, which come back as they were sent.</summary>
public abstract class FilePathContract(SharedHost host) : HostContract(host)
{
    public static TheoryData<string> Paths =>
    [
        "a/b.txt", "a/b/c/d/e", "ünï/日本語.md", "😀/🧵.txt", "with space.txt", "a%2Fb.txt", "a%252Fb", "100%.txt", "%", "q?x=1&y=2", "#hash", "a+b", "a//b", "/root", "a/",
        "../up", "a/../b", "./x", "a/.", "dot./.hidden", "semi;colon,comma", "'quote\"", "back\\slash", "e\u0301 and é", "\u202Eleft", "tab\there", "CON", "$(id)", "{**path}", " ",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_file_is_found_at_the_path_that_it_was_written_to(string path)
    {
        var user = await Host.AddAsync("paths");
        var files = $"/workspaces/projects/{(await user.PostAsync("/workspaces/projects", new { name = "p" })).ShouldBe(201).Id}/files";
        var address = $"{files}/{Uri.EscapeDataString(path)}";

        var written = (await user.PutAsync(address, new { content = path })).ShouldBe(201);

        (await user.GetAsync(address)).ShouldBe(200).Body.GetProperty("path").GetString().ShouldBe(path);
        (await user.GetAsync(written.Headers.Location!.ToString())).ShouldBe(200).Body.GetProperty("path").GetString().ShouldBe(path);
        (await user.GetAsync(files)).All("path").ShouldBe([path]);
        (await user.PutAsync(address, new { content = "again" })).ShouldBe(204);
        (await user.PostAsync(files.Replace("/files", "/moves", StringComparison.Ordinal), new { from = path, to = "elsewhere" })).ShouldBe(204);
        (await user.GetAsync(address)).ShouldBe(404);
        (await user.PostAsync(files.Replace("/files", "/moves", StringComparison.Ordinal), new { from = "elsewhere", to = path })).ShouldBe(204);
        (await user.DeleteAsync(address)).ShouldBe(204);
        (await user.GetAsync(files)).Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task Slashes_may_be_written_as_they_are()
    {
        var user = await Host.AddAsync("paths");
        var files = $"/workspaces/projects/{(await user.PostAsync("/workspaces/projects", new { name = "p" })).ShouldBe(201).Id}/files";

        (await user.PutAsync($"{files}/a/b%20c/%C3%BC", new { content = "" })).ShouldBe(201);

        (await user.GetAsync($"{files}/a%2Fb%20c%2F%C3%BC?x=/files/y")).ShouldBe(200).Body.GetProperty("path").GetString().ShouldBe("a/b c/ü");
    }

    [Fact]
    public async Task A_path_has_its_bounds()
    {
        var user = await Host.AddAsync("paths");
        var files = $"/workspaces/projects/{(await user.PostAsync("/workspaces/projects", new { name = "p" })).ShouldBe(201).Id}/files";

        (await user.PutAsync($"{files}/{new string('x', 1000)}", new { content = "" })).ShouldBe(201);
        (await user.PutAsync($"{files}/{new string('x', 1001)}", new { content = "" })).ShouldFail(400).Fields.ShouldBe(["path"]);
        (await user.PutAsync($"{files}/", new { content = "" })).Status.ShouldBeInRange(400, 405);
        (await user.PostAsync(files.Replace("/files", "/moves", StringComparison.Ordinal), new { from = "x", to = new string('x', 1001) })).ShouldFail(400).Fields.ShouldBe(["to"]);
    }
}

[Collection(nameof(DatabaseEngine.Sqlite))]
public sealed class SqliteFilePath(SqliteHost host) : FilePathContract(host);

[Collection(nameof(DatabaseEngine.Postgres))]
public sealed class PostgresFilePath(PostgresHost host) : FilePathContract(host);
