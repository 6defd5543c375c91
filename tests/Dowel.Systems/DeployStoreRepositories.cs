using Dowel.Conformance;
using Dowel.Data;
using DeployStore;

namespace Dowel.Systems;

public abstract class DeployStoreRepositories(Engine engine) : RepositoriesContract(engine)
{
    private readonly DeploymentConfig _config = new("web:1.2", Replicas: 2)
    {
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["MODE"] = "fast \"and\" loose", ["ÄÖ"] = "😀" },
        Ports = [new(443, 8443)],
    };

    private UserRepository Users => new(Store);

    private DeploymentRepository Deployments => new(Store);

    private ServiceRepository Services => new(Store);

    protected override Task<Database> OpenSqliteAsync(string connectionString) =>
        DeployStoreDatabase.OpenAsync(connectionString["Data Source=".Length..].Split(';')[0], Cancellation);

    protected override Task<Database> OpenPostgresAsync(string connectionString) =>
        DeployStoreDatabase.OpenPostgresAsync(connectionString, cancellationToken: Cancellation);

    [Theory]
    [InlineData(Role.Owner)]
    [InlineData(Role.Admin)]
    [InlineData(Role.Developer)]
    [InlineData(Role.Viewer)]
    public async Task A_user_has_a_role(Role role)
    {
        var user = await AddUserAsync("ann", Role.Viewer);

        (await Users.SetRoleAsync(user.Id, role, Noon.AddDays(1), Cancellation)).ShouldBeTrue();

        (await Users.FindByEmailAsync(user.Email, Cancellation)).ShouldBe(user with { Role = role, UpdatedAt = Noon.AddDays(1) });
        (await Users.CountOfAsync(role, Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_config_comes_back_as_it_was()
    {
        var deployment = await AddDeploymentAsync("web");

        var found = (await Deployments.FindAsync(deployment.Id, Cancellation)).ShouldNotBeNull();

        found.Config.Image.ShouldBe("web:1.2");
        found.Config.Environment.ShouldBe(_config.Environment, ignoreOrder: true);
        found.Config.Ports.ShouldBe(_config.Ports);
        (found with { Config = deployment.Config }).ShouldBe(deployment);
    }

    [Fact]
    public async Task A_deployment_goes_its_way()
    {
        await AddDeploymentAsync("first");
        await AddDeploymentAsync("second", Noon.AddSeconds(1));

        var running = (await Deployments.StartNextAsync(Noon.AddMinutes(1), Cancellation)).ShouldNotBeNull();
        (running.Name, running.Status, running.StartedAt).ShouldBe(("first", DeploymentStatus.Running, Noon.AddMinutes(1)));
        (await Deployments.FinishAsync(running.Id, DeploymentStatus.Failed, "no disk", Noon.AddMinutes(2), Cancellation)).ShouldBeTrue();
        (await Deployments.FinishAsync(running.Id, DeploymentStatus.Succeeded, null, Noon.AddMinutes(3), Cancellation)).ShouldBeFalse();

        var failed = (await Deployments.FindAsync(running.Id, Cancellation)).ShouldNotBeNull();
        (failed.Status, failed.Failure, failed.FinishedAt).ShouldBe((DeploymentStatus.Failed, "no disk", Noon.AddMinutes(2)));
    }

    [Fact]
    public async Task Workers_never_start_the_same_deployment()
    {
        for (var i = 0; i < 8; i++)
        {
            await AddDeploymentAsync($"service{i}", Noon.AddSeconds(i));
        }

        var started = await Task.WhenAll(Enumerable.Range(0, 12).Select(
            _ => Task.Run(() => Deployments.StartNextAsync(Noon, Cancellation).AsTask(), Cancellation)));

        started.Where(deployment => deployment is not null).Select(deployment => deployment!.Id).Distinct().Count().ShouldBe(8);
    }

    [Fact]
    public async Task Deployments_are_searched_by_what_is_asked_for()
    {
        await AddDeploymentAsync("web");
        await AddDeploymentAsync("web", Noon.AddSeconds(1));
        await AddDeploymentAsync("mail", Noon.AddSeconds(2));
        await Deployments.StartNextAsync(Noon, Cancellation);
        var all = new PageRequest(10);

        (await NamesAsync(null, null)).ShouldBe(["mail", "web", "web"]);
        (await NamesAsync("web", null)).ShouldBe(["web", "web"]);
        (await NamesAsync("web", DeploymentStatus.Pending)).ShouldBe(["web"]);
        (await NamesAsync(null, DeploymentStatus.Running)).ShouldBe(["web"]);
        (await NamesAsync("mail", DeploymentStatus.Running)).ShouldBeEmpty();

        async Task<IEnumerable<string>> NamesAsync(string? name, DeploymentStatus? status) =>
            (await Deployments.SearchAsync(name, status, all, Cancellation)).Items.Select(deployment => deployment.Name);
    }

    [Fact]
    public async Task Deployments_are_listed_from_the_newest_and_nothing_is_missed_meanwhile()
    {
        for (var i = 0; i < 7; i++)
        {
            await AddDeploymentAsync($"service{i}", Noon.AddSeconds(i / 2));
        }

        var seen = new List<string>();
        string? place = null;
        do
        {
            var page = await Deployments.ListAsync(new CursorRequest(3, place), Cancellation);
            seen.AddRange(page.Items.Select(deployment => deployment.Name));
            place = page.Next;
            await AddDeploymentAsync("late", Noon.AddHours(1));
        }
        while (place is not null);

        seen.Count.ShouldBe(7);
        seen.ShouldBe(seen.Distinct());
        seen[0].ShouldBe("service6");
    }

    [Fact]
    public async Task A_deployment_with_a_live_service_cannot_be_deleted()
    {
        var deployment = await AddDeploymentAsync("web");
        await StartServiceAsync("web", deployment);

        await Should.ThrowAsync<ForeignKeyViolationException>(() => Deployments.DeleteAsync(deployment.Id, Cancellation).AsTask());

        (await Services.StopAsync("web", Cancellation)).ShouldBeTrue();
        (await Deployments.DeleteAsync(deployment.Id, Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_new_instance_takes_the_place_of_the_old()
    {
        var first = await AddDeploymentAsync("web");
        var second = await AddDeploymentAsync("web", Noon.AddSeconds(1));

        (await StartServiceAsync("web", first)).ShouldBe(UpsertResult.Inserted);
        (await StartServiceAsync("web", second)).ShouldBe(UpsertResult.Updated);
        (await Services.SetStatusAsync("web", ServiceStatus.Healthy, Noon.AddMinutes(1), Cancellation)).ShouldBeTrue();

        var live = new List<LiveService>();
        await foreach (var service in Deployments.LiveAsync(Cancellation))
        {
            live.Add(service);
        }

        live.ShouldBe([new("web", ServiceStatus.Healthy, second.Id, "ann", Noon.AddSeconds(1))]);
    }

    [Fact]
    public async Task A_call_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Users.CountAsync(cancelled.Token).AsTask());
    }

    private async Task<User> AddUserAsync(string name, Role role)
    {
        var user = new User(name, $"{name}@example.org", role, Noon, Noon);
        if (!await Users.ExistsAsync(name, Cancellation))
        {
            await Users.InsertAsync(user, Cancellation);
        }

        return user;
    }

    private async Task<Deployment> AddDeploymentAsync(string name, DateTimeOffset? createdAt = null)
    {
        await AddUserAsync("ann", Role.Developer);
        var deployment = new Deployment(
            Guid.CreateVersion7().ToString(), name, _config, DeploymentStatus.Pending, Failure: null, "ann", createdAt ?? Noon);
        await Deployments.InsertAsync(deployment, Cancellation);
        return deployment;
    }

    private ValueTask<UpsertResult> StartServiceAsync(string name, Deployment deployment) => Services.UpsertAsync(
        new(Guid.CreateVersion7().ToString(), name, deployment.Id, ServiceStatus.Starting, Noon, Noon), Cancellation);
}

public sealed class SqliteDeployStoreRepositories() : DeployStoreRepositories(Engine.Sqlite);

public sealed class PostgresDeployStoreRepositories() : DeployStoreRepositories(Engine.Postgres);
