using System.ComponentModel.DataAnnotations;
using Dowel.Data;
using Dowel.Migrations;
using SystemsHost;

namespace Dowel.HostTests;

/// <summary>What a service does not start with.</summary>
public abstract class StartContract(DatabaseEngine engine)
{
    [Fact]
    public async Task It_does_not_serve_a_database_that_is_behind()
    {
        await using var host = new RunningHost(engine) { Settings = ["--migrations", "verify"] };
        await host.PrepareAsync();

        var error = await Should.ThrowAsync<DowelException>(host.StartAsync);

        error.Code.ShouldBe("DWL5208");
        error.Message.ShouldContain("pending");
        error.Remedy.ShouldContain("Apply");
        $"{error}{host.Log.All}".ShouldNotContain(RunningHost.ServerPassword);
    }

    [Fact]
    public async Task It_serves_one_that_another_start_has_brought_up_to_date()
    {
        await using var first = new RunningHost(engine);
        await first.InitializeAsync();
        var user = await User.AddAsync(first, "ann@example.org");

        await using var second = new RunningHost(engine) { Settings = ["--migrations", "verify"] };
        second.Share(first);
        await second.StartAsync();

        (await (user with { Host = second }).GetAsync("/core/me")).ShouldBe(200);
        (await (user with { Host = second }).GetAsync("/health/ready")).ShouldBe(200);
    }
}

public sealed class SqliteStart() : StartContract(DatabaseEngine.Sqlite);

public sealed class PostgresStart() : StartContract(DatabaseEngine.Postgres)
{
    [Fact]
    public async Task It_does_not_serve_as_a_role_that_row_security_does_not_hold_back()
    {
        await using var host = new RunningHost(DatabaseEngine.Postgres) { Role = null };
        await host.PrepareAsync();

        var error = await Should.ThrowAsync<DatabaseException>(host.StartAsync);

        error.Code.ShouldBe("DWL4016");
        $"{error}{host.Log.All}".ShouldNotContain(RunningHost.ServerPassword);
    }
}

public sealed class SettingsTests
{
    [Theory]
    [InlineData("--provider", "oracle", "Provider is 'sqlite' or 'postgres'.")]
    [InlineData("--provider", "postgres", "--connection")]
    public void What_is_said_wrongly_is_told(string name, string value, string mistake) =>
        Should.Throw<ValidationException>(() => HostApp.Build([name, value])).Message.ShouldContain(mistake);
}
