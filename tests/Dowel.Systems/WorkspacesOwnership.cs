using System.Collections;
using Dowel.Conformance;
using Dowel.Data;
using Workspaces;

namespace Dowel.Systems;

/// <summary>Two owners who reach for a third one's rows by every method that takes an owner: nothing is read, nothing changed, and each is told so.</summary>
public abstract class WorkspacesOwnership(Engine engine) : RepositoriesContract(engine)
{
    private static readonly UserId Ada = new(Guid.CreateVersion7());
    private static readonly UserId Bob = new(Guid.CreateVersion7());
    private static readonly UserId Eve = new(Guid.CreateVersion7());

    private Project _project = null!;
    private ProjectFile _file = null!;
    private AgentState _state = null!;
    private UserSession _session = null!;

    private SessionRepository Sessions => new(Store);

    private ProjectRepository Projects => new(Store);

    private ProjectFileRepository Files => new(Store);

    private AgentStateRepository Agents => new(Store);

    protected override Task<Database> OpenSqliteAsync(string connectionString) => WorkspacesDatabase.OpenSqliteAsync(connectionString, Cancellation);

    protected override async Task<Database> OpenPostgresAsync(string connectionString) => await WorkspacesDatabase.OpenPostgresAsync(
        await WorkspacesRole.PrepareAsync(connectionString), connectionString, cancellationToken: Cancellation);

    [Fact]
    public async Task A_session_is_reached_by_no_method_of_another() => await ReachAsync<ISessionRepository>(intruder => new()
    {
        ["FindAsync(String)"] = async () => await Sessions.FindAsync(intruder, "hash", Cancellation),
        ["ExistsAsync(String)"] = async () => await Sessions.ExistsAsync(intruder, "hash", Cancellation),
        ["CountAsync()"] = async () => await Sessions.CountAsync(intruder, Cancellation),
        ["ListAsync(PageRequest)"] = async () => await Sessions.ListAsync(intruder, All, Cancellation),
        ["ListAsync(CursorRequest)"] = async () => await Sessions.ListAsync(intruder, First, Cancellation),
        ["StreamAsync()"] = async () => await Sessions.StreamAsync(intruder, Cancellation).ToListAsync(Cancellation),
        ["InsertAsync(UserSession)"] = () => RefusedAsync(() => Sessions.InsertAsync(intruder, _session, Cancellation).AsTask()),
        ["InsertManyAsync(IReadOnlyCollection`1)"] = () => RefusedAsync(() => Sessions.InsertManyAsync(intruder, [_session], Cancellation).AsTask()),
        ["UpdateAsync(UserSession)"] = async () => await Sessions.UpdateAsync(intruder, Later(_session) with { UserId = default }, Cancellation),
        ["UpsertAsync(UserSession)"] = async () => await Sessions.UpsertAsync(intruder, Later(_session) with { UserId = default }, Cancellation),
        ["UpsertManyAsync(IReadOnlyCollection`1)"] = async () => await Sessions.UpsertManyAsync(intruder, [Later(_session) with { UserId = intruder }], Cancellation),
        ["DeleteAsync(String)"] = async () => await Sessions.DeleteAsync(intruder, "hash", Cancellation),
        ["DeleteAllAsync()"] = async () => await Sessions.DeleteAllAsync(intruder, Cancellation),
    });

    [Fact]
    public async Task A_project_is_reached_by_no_method_of_another() => await ReachAsync<IProjectRepository>(intruder => new()
    {
        ["FindAsync(ProjectId)"] = async () => await Projects.FindAsync(intruder, _project.Id, Cancellation),
        ["FindByOwnerIdAndNameAsync(String)"] = async () => await Projects.FindByOwnerIdAndNameAsync(intruder, _project.Name, Cancellation),
        ["ExistsAsync(ProjectId)"] = async () => await Projects.ExistsAsync(intruder, _project.Id, Cancellation),
        ["CountAsync()"] = async () => await Projects.CountAsync(intruder, Cancellation),
        ["ListAsync(PageRequest)"] = async () => await Projects.ListAsync(intruder, All, Cancellation),
        ["ListAsync(CursorRequest)"] = async () => await Projects.ListAsync(intruder, First, Cancellation),
        ["StreamAsync()"] = async () => await Projects.StreamAsync(intruder, Cancellation).ToListAsync(Cancellation),
        ["SearchAsync(String, CursorRequest)"] = async () => await Projects.SearchAsync(intruder, null, First, Cancellation),
        ["InsertAsync(Project)"] = () => RefusedAsync(() => Projects.InsertAsync(intruder, _project, Cancellation).AsTask()),
        ["InsertManyAsync(IReadOnlyCollection`1)"] = () => RefusedAsync(() => Projects.InsertManyAsync(intruder, [_project], Cancellation).AsTask()),
        ["UpdateAsync(Project)"] = async () => await Projects.UpdateAsync(intruder, Renamed with { OwnerId = intruder }, Cancellation),
        ["UpsertAsync(Project)"] = async () => await Projects.UpsertAsync(intruder, Renamed with { OwnerId = default }, Cancellation),
        ["UpsertManyAsync(IReadOnlyCollection`1)"] = () => RefusedAsync(() => Projects.UpsertManyAsync(intruder, [Renamed], Cancellation).AsTask()),
        ["ArchiveAsync(ProjectId, Nullable`1)"] = async () => await Projects.ArchiveAsync(intruder, _project.Id, Noon, Cancellation),
        ["DeleteAsync(ProjectId)"] = async () => await Projects.DeleteAsync(intruder, _project.Id, Cancellation),
    });

    [Fact]
    public async Task A_file_is_reached_by_no_method_of_another() => await ReachAsync<IProjectFileRepository>(intruder => new()
    {
        ["FindAsync(Guid)"] = async () => await Files.FindAsync(intruder, _file.Id, Cancellation),
        ["FindByProjectIdAndPathAsync(ProjectId, String)"] = async () => await Files.FindByProjectIdAndPathAsync(intruder, _project.Id, _file.Path, Cancellation),
        ["ExistsAsync(Guid)"] = async () => await Files.ExistsAsync(intruder, _file.Id, Cancellation),
        ["CountAsync()"] = async () => await Files.CountAsync(intruder, Cancellation),
        ["ListAsync(PageRequest)"] = async () => await Files.ListAsync(intruder, All, Cancellation),
        ["ListAsync(CursorRequest)"] = async () => await Files.ListAsync(intruder, First, Cancellation),
        ["ListOfAsync(ProjectId, CursorRequest)"] = async () => await Files.ListOfAsync(intruder, _project.Id, First, Cancellation),
        ["StreamAsync()"] = async () => await Files.StreamAsync(intruder, Cancellation).ToListAsync(Cancellation),
        ["InsertAsync(ProjectFile)"] = async () => await Files.InsertAsync(intruder, Other, Cancellation),
        ["InsertManyAsync(IReadOnlyCollection`1)"] = async () => await Files.InsertManyAsync(intruder, [Other], Cancellation),
        ["UpdateAsync(ProjectFile)"] = async () => await Files.UpdateAsync(intruder, Written, Cancellation),
        ["UpsertAsync(ProjectFile)"] = async () => await Files.UpsertAsync(intruder, Written, Cancellation),
        ["UpsertManyAsync(IReadOnlyCollection`1)"] = async () => await Files.UpsertManyAsync(intruder, [Written, Other], Cancellation),
        ["MoveAsync(ProjectId, String, String, DateTimeOffset)"] = async () => await Files.MoveAsync(intruder, _project.Id, _file.Path, "b", Noon, Cancellation),
        ["DeleteAsync(Guid)"] = async () => await Files.DeleteAsync(intruder, _file.Id, Cancellation),
        ["DeleteAtAsync(ProjectId, String)"] = async () => await Files.DeleteAtAsync(intruder, _project.Id, _file.Path, Cancellation),
    });

    [Fact]
    public async Task The_state_of_an_agent_is_reached_by_no_method_of_another() => await ReachAsync<IAgentStateRepository>(intruder => new()
    {
        ["FindAsync(Guid)"] = async () => await Agents.FindAsync(intruder, _state.Id, Cancellation),
        ["FindByProjectIdAsync(ProjectId)"] = async () => await Agents.FindByProjectIdAsync(intruder, _project.Id, Cancellation),
        ["ExistsAsync(Guid)"] = async () => await Agents.ExistsAsync(intruder, _state.Id, Cancellation),
        ["CountAsync()"] = async () => await Agents.CountAsync(intruder, Cancellation),
        ["ListAsync(PageRequest)"] = async () => await Agents.ListAsync(intruder, All, Cancellation),
        ["ListAsync(CursorRequest)"] = async () => await Agents.ListAsync(intruder, First, Cancellation),
        ["StreamAsync()"] = async () => await Agents.StreamAsync(intruder, Cancellation).ToListAsync(Cancellation),
        ["WithStatusAsync(AgentStatus)"] = async () => await Agents.WithStatusAsync(intruder, AgentStatus.Idle, Cancellation),
        ["InsertAsync(AgentState)"] = async () => await Agents.InsertAsync(intruder, _state with { Id = default }, Cancellation),
        ["InsertManyAsync(IReadOnlyCollection`1)"] = async () => await Agents.InsertManyAsync(intruder, [_state with { Id = default }], Cancellation),
        ["UpdateAsync(AgentState)"] = async () => await Agents.UpdateAsync(intruder, _state with { Status = AgentStatus.Failed }, Cancellation),
        ["UpsertAsync(AgentState)"] = async () => await Agents.UpsertAsync(intruder, _state with { Status = AgentStatus.Failed }, Cancellation),
        ["UpsertManyAsync(IReadOnlyCollection`1)"] = async () => await Agents.UpsertManyAsync(intruder, [_state with { Status = AgentStatus.Failed }], Cancellation),
        ["DeleteAsync(Guid)"] = async () => await Agents.DeleteAsync(intruder, _state.Id, Cancellation),
    });

    private static PageRequest All => new(9) { CountTotal = true };

    private static CursorRequest First => new(9);

    private Project Renamed => _project with { Name = "taken" };

    private ProjectFile Written => _file with { Content = "taken" };

    private ProjectFile Other => _file with { Id = default, Path = "other" };

    private static UserSession Later(UserSession session) => session with { ExpiresAt = Noon.AddYears(9) };

    private async Task ReachAsync<TRepository>(Func<UserId, Dictionary<string, Func<Task<object?>>>> attempts)
    {
        await AddAsync();
        foreach (var intruder in (UserId[])[Bob, Eve])
        {
            var ways = attempts(intruder);
            ways.Keys.Order().ShouldBe(MethodsOf(typeof(TRepository)).Order());
            foreach (var (way, attempt) in ways)
            {
                IsNothing(await attempt()).ShouldBeTrue($"{typeof(TRepository).Name}.{way} reaches a row of another");
                await UnchangedAsync(way);
            }
        }
    }

    private static IEnumerable<string> MethodsOf(Type repository) =>
        from method in repository.GetMethods()
        let parameters = method.GetParameters()
        where parameters is [{ Name: "owner" }, ..]
        select $"{method.Name}({string.Join(", ", parameters[1..^1].Select(parameter => parameter.ParameterType.Name))})";

    private static bool IsNothing(object? result) => result switch
    {
        null or false or 0L or UpsertResult.Unchanged => true,
        Page<Project> { Items.Count: 0, Total: 0 } or Page<ProjectFile> { Items.Count: 0, Total: 0 } or Page<AgentState> { Items.Count: 0, Total: 0 }
            or Page<UserSession> { Items.Count: 0, Total: 0 } => true,
        CursorPage<Project> { Items.Count: 0, Next: null } or CursorPage<ProjectFile> { Items.Count: 0, Next: null } or CursorPage<AgentState> { Items.Count: 0, Next: null }
            or CursorPage<UserSession> { Items.Count: 0, Next: null } => true,
        ICollection { Count: 0 } => true,
        _ => false,
    };

    // A row that says another owner is refused before anything is sent.
    private static async Task<object?> RefusedAsync(Func<Task> attempt)
    {
        await Should.ThrowAsync<ArgumentException>(attempt);
        return null;
    }

    private async Task AddAsync()
    {
        var users = new UserRepository(Store);
        await users.InsertManyAsync([.. new[] { Ada, Bob, Eve }.Select(id => new User(id, $"issuer|{id.Value}", Noon, Noon))], Cancellation);
        _project = await Projects.InsertAsync(Ada, new(default, Ada, "compiler", null, Noon, Noon), Cancellation);
        _file = (await Files.InsertAsync(Ada, new(default, _project.Id, "a", "text", Noon, Noon), Cancellation)).ShouldNotBeNull();
        _state = (await Agents.InsertAsync(Ada, new(default, _project.Id, AgentStatus.Idle, new("goal", 0, []), Noon), Cancellation)).ShouldNotBeNull();
        _session = new("hash", Ada, Noon.AddHours(1), Noon);
        await Sessions.InsertAsync(Ada, _session, Cancellation);
    }

    private async Task UnchangedAsync(string after)
    {
        (await Projects.FindAsync(Ada, _project.Id, Cancellation)).ShouldBe(_project, after);
        (await Files.FindAsync(Ada, _file.Id, Cancellation)).ShouldBe(_file, after);
        (await Agents.FindAsync(Ada, _state.Id, Cancellation)).ShouldNotBeNull(after).Status.ShouldBe(AgentStatus.Idle, after);
        (await Sessions.FindAsync(Ada, "hash", Cancellation)).ShouldBe(_session, after);
        (await Projects.CountAsync(Ada, Cancellation) + await Files.CountAsync(Ada, Cancellation) + await Agents.CountAsync(Ada, Cancellation)
            + await Sessions.CountAsync(Ada, Cancellation)).ShouldBe(4, after);
    }
}

public sealed class SqliteWorkspacesOwnership() : WorkspacesOwnership(Engine.Sqlite);

public sealed class PostgresWorkspacesOwnership() : WorkspacesOwnership(Engine.Postgres);
