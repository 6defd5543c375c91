using Dowel.Conformance;
using Dowel.Data;
using Workspaces;

namespace Dowel.Systems;

public abstract class WorkspacesRepositories(Engine engine) : RepositoriesContract(engine)
{
    private static readonly UserId Ada = new(Guid.CreateVersion7());
    private static readonly UserId Bob = new(Guid.CreateVersion7());

    private UserRepository Users => new(Store);

    private SessionRepository Sessions => new(Store);

    private ProjectRepository Projects => new(Store);

    private ProjectFileRepository Files => new(Store);

    private AgentStateRepository Agents => new(Store);

    protected override Task<Database> OpenSqliteAsync(string connectionString) => WorkspacesDatabase.OpenSqliteAsync(connectionString, Cancellation);

    protected override async Task<Database> OpenPostgresAsync(string connectionString) => await WorkspacesDatabase.OpenPostgresAsync(
        await WorkspacesRole.PrepareAsync(connectionString), connectionString, cancellationToken: Cancellation);

    [Fact]
    public async Task The_first_request_makes_the_user_and_the_next_ones_find_him()
    {
        var first = await Users.GetOrAddAsync("issuer|ann", Noon, Cancellation);
        var second = await Users.GetOrAddAsync("issuer|ann", Noon.AddHours(1), Cancellation);
        var late = await Users.GetOrAddAsync("issuer|ann", Noon.AddMinutes(1), Cancellation);

        first.ShouldBe(new(first.Id, "issuer|ann", Noon, Noon));
        second.ShouldBe(first with { LastSeenAt = Noon.AddHours(1) });
        late.ShouldBe(second);
        (await Users.FindByExternalIdAsync("issuer|ann", Cancellation)).ShouldBe(second);
        (await Users.GetOrAddAsync("issuer|Ann", Noon, Cancellation)).Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task However_many_requests_are_the_first_at_once_there_is_one_user()
    {
        var users = await Task.WhenAll(Enumerable.Range(0, 32).Select(
            i => Task.Run(() => Users.GetOrAddAsync("issuer|ann", Noon.AddSeconds(i), Cancellation).AsTask(), Cancellation)));

        users.Select(user => user.Id).Distinct().Count().ShouldBe(1);
        (await Users.CountAsync(Cancellation)).ShouldBe(1);
        (await Users.FindAsync(users[0].Id, Cancellation)).ShouldNotBeNull().LastSeenAt.ShouldBe(Noon.AddSeconds(31));
    }

    [Fact]
    public async Task A_session_tells_who_acts_until_it_expires()
    {
        var ada = await UserAsync(Ada);
        var session = new UserSession("hash", default, Noon.AddMinutes(10), Noon);
        await Sessions.InsertAsync(ada, session, Cancellation);
        await Sessions.InsertAsync(ada, new("old", ada, Noon.AddMinutes(1), Noon), Cancellation);

        (await Sessions.FindLiveAsync("hash", Noon.AddMinutes(10).AddMicroseconds(-1), Cancellation)).ShouldBe(session with { UserId = ada });
        (await Sessions.FindLiveAsync("hash", Noon.AddMinutes(10), Cancellation)).ShouldBeNull();
        (await Sessions.FindLiveAsync("other", Noon, Cancellation)).ShouldBeNull();
        (await Sessions.DeleteExpiredAsync(Noon.AddMinutes(1), Cancellation)).ShouldBe(1);
        (await Sessions.DeleteAllAsync(ada, Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_project_is_made_changed_put_aside_and_deleted()
    {
        var project = await ProjectAsync(Ada, "compiler");

        project.Id.Value.ShouldNotBe(Guid.Empty);
        project.OwnerId.ShouldBe(Ada);
        (await Projects.FindAsync(Ada, project.Id, Cancellation)).ShouldBe(project);
        (await Projects.FindByOwnerIdAndNameAsync(Ada, "compiler", Cancellation)).ShouldBe(project);

        var changed = await Projects.UpdateAsync(Ada, project with { Description = "of a small language", UpdatedAt = Noon.AddHours(1) }, Cancellation);
        changed.ShouldNotBeNull().Revision.ShouldBe(2);
        (await Projects.UpdateAsync(Ada, project with { Description = "lost" }, Cancellation)).ShouldBeNull();
        (await Projects.ArchiveAsync(Ada, project.Id, Noon.AddDays(1), Cancellation)).ShouldBeTrue();
        (await Projects.FindAsync(Ada, project.Id, Cancellation)).ShouldBe(changed with { ArchivedAt = Noon.AddDays(1), Revision = 3 });

        (await Projects.DeleteAsync(Ada, project.Id, Cancellation)).ShouldBeTrue();
        (await Projects.DeleteAsync(Ada, project.Id, Cancellation)).ShouldBeFalse();
        (await Projects.ArchiveAsync(Ada, project.Id, null, Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_owners_may_call_a_project_the_same_and_one_may_not()
    {
        await ProjectAsync(Ada, "compiler");
        await ProjectAsync(Bob, "compiler");

        var refusal = await Should.ThrowAsync<UniqueViolationException>(() => ProjectAsync(Ada, "compiler"));

        refusal.Violation.Columns.ShouldBe(["owner_id", "name"]);
        (await Projects.CountAsync(Ada, Cancellation)).ShouldBe(1);
        await Should.ThrowAsync<CheckViolationException>(() => ProjectAsync(Ada, ""));
    }

    [Fact]
    public async Task A_project_takes_its_files_and_its_agent_along()
    {
        var project = await ProjectAsync(Ada, "compiler");
        await Files.UpsertAsync(Ada, File(project, "a"), Cancellation);
        await Agents.UpsertAsync(Ada, State(project), Cancellation);

        await Projects.DeleteAsync(Ada, project.Id, Cancellation);

        (await Files.CountAsync(Ada, Cancellation) + await Agents.CountAsync(Ada, Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_written_again_at_its_path_stays_the_same_file()
    {
        var project = await ProjectAsync(Ada, "compiler");

        (await Files.UpsertAsync(Ada, File(project, "src/main.c"), Cancellation)).ShouldBe(UpsertResult.Inserted);
        var first = (await Files.FindByProjectIdAndPathAsync(Ada, project.Id, "src/main.c", Cancellation)).ShouldNotBeNull();
        (await Files.UpsertAsync(Ada, File(project, "src/main.c") with { Content = "int main;", UpdatedAt = Noon.AddHours(1) }, Cancellation)).ShouldBe(UpsertResult.Updated);

        (await Files.FindAsync(Ada, first.Id, Cancellation)).ShouldBe(first with { Content = "int main;", UpdatedAt = Noon.AddHours(1) });
        (await Files.CountAsync(Ada, Cancellation)).ShouldBe(1);
        (await Files.MoveAsync(Ada, project.Id, "src/main.c", "main.c", Noon.AddHours(2), Cancellation)).ShouldBeTrue();
        (await Files.DeleteAtAsync(Ada, project.Id, "src/main.c", Cancellation)).ShouldBeFalse();
        (await Files.DeleteAtAsync(Ada, project.Id, "main.c", Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_is_written_by_many_at_once_is_one_file()
    {
        var project = await ProjectAsync(Ada, "compiler");

        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(
            () => Files.UpsertAsync(Ada, File(project, "a") with { Content = $"{i}" }, Cancellation).AsTask(), Cancellation)));

        results.Count(result => result == UpsertResult.Inserted).ShouldBe(1);
        results.Count(result => result == UpsertResult.Updated).ShouldBe(31);
        (await Files.CountAsync(Ada, Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task An_agent_written_by_many_at_once_has_one_state()
    {
        var project = await ProjectAsync(Ada, "compiler");

        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(
            () => Agents.UpsertAsync(Ada, State(project) with { Progress = new("g", i, []) }, Cancellation).AsTask(), Cancellation)));

        results.Count(result => result == UpsertResult.Inserted).ShouldBe(1);
        (await Agents.CountAsync(Ada, Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task The_state_of_an_agent_is_kept_whole()
    {
        var project = await ProjectAsync(Ada, "compiler");
        await Agents.UpsertAsync(Ada, State(project), Cancellation);
        await Agents.UpsertAsync(Ada, State(project) with { Status = AgentStatus.Waiting, Progress = new("parse \"it\"", 7, ["ünïcode", "\n"]) }, Cancellation);

        var state = (await Agents.FindByProjectIdAsync(Ada, project.Id, Cancellation)).ShouldNotBeNull();

        (state.Status, state.Progress.Goal, state.Progress.Step).ShouldBe((AgentStatus.Waiting, "parse \"it\"", 7));
        state.Progress.Notes.ShouldBe(["ünïcode", "\n"]);
        (await Agents.WithStatusAsync(Ada, AgentStatus.Waiting, Cancellation)).ShouldBe([("compiler", Noon)]);
        (await Agents.WithStatusAsync(Ada, AgentStatus.Idle, Cancellation)).ShouldBeEmpty();
    }

    // UTF-16 puts what is beyond U+FFFF before U+FF5E, a dictionary puts case aside, and some put accents there too.
    [Fact]
    public async Task Paths_are_listed_by_code_point_page_by_page()
    {
        string[] paths = ["", "-", "10", "2", "A", "Z", "a", "a/b", "z", "Ä", "é", "～", "😀"];
        var project = await ProjectAsync(Ada, "compiler");
        await Files.InsertManyAsync(Ada, [.. paths.Skip(1).Reverse().Select(path => File(project, path))], Cancellation);

        var listed = new List<string>();
        string? place = null;
        do
        {
            var page = await Files.ListOfAsync(Ada, project.Id, new CursorRequest(5, place), Cancellation);
            listed.AddRange(page.Items.Select(file => file.Path));
            place = page.Next;
        }
        while (place is not null);

        listed.ShouldBe(paths.Skip(1));
        (await Files.ListAsync(Ada, new PageRequest(5, offset: 10), Cancellation)).Items.Select(file => file.Path).ShouldBe(["～", "😀"]);
    }

    [Fact]
    public async Task Projects_without_a_description_come_last()
    {
        foreach (var (name, description) in new[] { ("d", null), ("c", "b"), ("b", null), ("a", "B"), ("e", "") })
        {
            await ProjectAsync(Ada, name, description);
        }

        var aside = await ProjectAsync(Ada, "f", "a");
        await Projects.ArchiveAsync(Ada, aside.Id, Noon, Cancellation);

        var first = await Projects.SearchAsync(Ada, null, new CursorRequest(4), Cancellation);
        var second = await Projects.SearchAsync(Ada, null, new CursorRequest(4, first.Next), Cancellation);
        first.Items.Concat(second.Items).Select(project => project.Name).ShouldBe(["e", "a", "c", "b", "d"]);
        (await Projects.SearchAsync(Ada, "a", new CursorRequest(4), Cancellation)).Items.ShouldHaveSingleItem().Name.ShouldBe("a");
    }

    private async Task<UserId> UserAsync(UserId id)
    {
        if (!await Users.ExistsAsync(id, Cancellation))
        {
            await Users.InsertAsync(new(id, $"issuer|{id.Value}", Noon, Noon), Cancellation);
        }

        return id;
    }

    private async Task<Project> ProjectAsync(UserId owner, string name, string? description = null) =>
        await Projects.InsertAsync(await UserAsync(owner), new(default, default, name, description, Noon, Noon), Cancellation);

    private static ProjectFile File(Project project, string path) => new(default, project.Id, path, "", Noon, Noon);

    private static AgentState State(Project project) => new(default, project.Id, AgentStatus.Idle, new("goal", 0, []), Noon);
}

public sealed class SqliteWorkspacesRepositories() : WorkspacesRepositories(Engine.Sqlite);

public sealed class PostgresWorkspacesRepositories() : WorkspacesRepositories(Engine.Postgres);
