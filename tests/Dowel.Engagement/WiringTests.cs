using Dowel.Conformance;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PlayerEngagement;

namespace Dowel.Engagement;

public sealed class WiringTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_host_gets_the_database_that_its_configuration_names(string provider)
    {
        var engine = provider == "sqlite" ? Engine.Sqlite : Engine.Postgres;
        await using var place = await engine.CreateAsync();
        await using var host = Host(new() { ["Provider"] = provider, ["ConnectionString"] = place.ConnectionString, ["Schema"] = "players" });

        host.GetRequiredService<IPlayerEngagementDbmService>().ShouldBeOfType<PlayerEngagementDbmService>();
        await ShouldWorkAsync(host);
        (await place.QueryAsync(engine == Engine.Sqlite
            ? "select count(*) from xp_users"
            : "select count(*) from players.xp_users")).ShouldBe("1");

        // A second start finds the schema there.
        await using var again = Host(new() { ["Provider"] = provider, ["ConnectionString"] = place.ConnectionString, ["Schema"] = "players" });
        (await again.GetRequiredService<IRewardService>().ReadProfileAsync("ann", Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task In_memory_each_host_has_a_database_of_its_own()
    {
        await using var one = Host(new() { ["Provider"] = "InMemory" });
        await using var other = Host(new() { ["Provider"] = "InMemory" });

        one.GetRequiredService<IPlayerEngagementDbmService>().ShouldBeOfType<PlayerEngagementDbmInMemoryService>();
        await ShouldWorkAsync(one);
        (await other.GetRequiredService<IRewardService>().ReadProfileAsync("ann", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public void A_host_that_ends_leaves_no_file()
    {
        string file;
        using (var host = Host(new() { ["Provider"] = "InMemory" }))
        {
            file = host.GetRequiredService<IPlayerEngagementDbmService>().Database.DisplayName;
            Directory.GetDirectories(Path.GetTempPath(), "player-engagement-*").ShouldNotBeEmpty(file);
        }

        file.ShouldContain("player-engagement-");
        File.Exists(file[file.IndexOf('/', StringComparison.Ordinal)..]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("InMemory")]
    [InlineData("postgres")]
    public async Task Further_migrations_are_applied_behind(string provider)
    {
        await using var place = await Engine.Postgres.CreateAsync();
        await using var host = Host(new() { ["Provider"] = provider, ["ConnectionString"] = place.ConnectionString }, typeof(WiringTests).Assembly, typeof(PlayerEngagementDbmService).Assembly);
        var database = host.GetRequiredService<IPlayerEngagementDbmService>().Database;

        await database.TransactAsync(
            async (transaction, token) =>
            {
                await using var command = transaction.Connection.CreateCommand();
                command.Transaction = transaction.DbTransaction;
                command.CommandText = "select count(*) from xp_badges";
                Convert.ToInt64(await command.ExecuteScalarAsync(token), System.Globalization.CultureInfo.InvariantCulture).ShouldBe(0);
            },
            cancellationToken: Cancellation);
    }

    [Fact]
    public void A_configuration_without_a_place_is_told_with_its_key()
    {
        using var host = Host(new() { ["Provider"] = "Sqlite" });

        Should.Throw<OptionsValidationException>(() => host.GetRequiredService<IPlayerEngagementDbmService>()).Message.ShouldContain("DbmOptions:ConnectionString");
    }

    [Fact]
    public async Task A_database_that_is_away_is_an_answer()
    {
        await using var place = await Engine.Postgres.CreateAsync();
        await using var host = Host(new() { ["Provider"] = "postgres", ["ConnectionString"] = place.ConnectionString });
        var service = host.GetRequiredService<IPlayerEngagementDbmService>();
        (await service.CheckHealthAsync(Cancellation)).IsHealthy.ShouldBeTrue();

        await place.DisposeAsync();

        var health = await service.CheckHealthAsync(Cancellation);
        (health.IsHealthy, health.Failure is null).ShouldBe((false, false));
    }

    [Fact]
    public async Task What_the_host_registered_before_is_used()
    {
        var services = new ServiceCollection();
        var clock = new TestClock(DateTimeOffset.Parse("2030-01-01T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        services.AddSingleton<TimeProvider>(clock);
        await using var host = Host(services, new() { ["Provider"] = "InMemory" });

        await ShouldWorkAsync(host);

        (await host.GetRequiredService<IRewardService>().ReadProfileAsync("ann", Cancellation))!.LastRewardDayId.ShouldBe("2030-01-01@UTC");
    }

    private static async Task ShouldWorkAsync(ServiceProvider host)
    {
        (await host.GetRequiredService<IPlayerEngagementDbmService>().CheckHealthAsync(Cancellation)).IsHealthy.ShouldBeTrue();
        var rewards = host.GetRequiredService<IRewardService>();
        await rewards.PublishPolicyAsync(PolicyDefinition.DailyLoginKey, new(10, new("decaying")), "ann", Cancellation);
        await rewards.ActivatePolicyAsync(PolicyDefinition.DailyLoginKey, 1, Cancellation);
        await rewards.EnrollAsync("ann", "UTC", cancellationToken: Cancellation);
        (await rewards.ClaimAsync("ann", Guid.NewGuid(), cancellationToken: Cancellation)).Status.ShouldBe(ClaimStatus.Granted);
    }

    private static ServiceProvider Host(Dictionary<string, string?> settings, params System.Reflection.Assembly[] assemblies) => Host(new(), settings, assemblies);

    private static ServiceProvider Host(ServiceCollection services, Dictionary<string, string?> settings, params System.Reflection.Assembly[] assemblies)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => $"DbmOptions:{setting.Key}", setting => setting.Value))
            .Build();
        return services.ConfigurePlayerEngagementPersistenceServices(configuration, "DbmOptions", assemblies).BuildServiceProvider();
    }
}
