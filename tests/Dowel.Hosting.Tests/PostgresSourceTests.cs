using Dowel.Migrations;
using Dowel.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Dowel.Hosting.Tests;

/// <summary>A data source that the host has already: statements and migrations go through it.</summary>
public sealed class PostgresSourceTests : IAsyncLifetime
{
    private readonly List<string> _passwords = [];
    private TestDatabase _place = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _place = await Engine.Postgres.CreateAsync();

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task Statements_and_migrations_both_get_the_password_that_its_provider_gives()
    {
        await using var source = Source();
        using var host = Make(source);
        await host.StartAsync(Cancellation);

        await host.Services.GetRequiredService<INoteRepository>().InsertAsync(new(1, "words", null), Cancellation);

        (await host.AskAsync()).Status.ShouldBe(HealthStatus.Healthy);
        (await _place.QueryAsync("select version from schema_history order by version")).ShouldBe("1,2");
        _passwords.ShouldNotBeEmpty();
        _passwords.ShouldContain(one => one == "asked while migrating");
    }

    [Fact]
    public async Task Its_sessions_come_back_as_they_were()
    {
        await using var source = Source("Maximum Pool Size=1");
        var session = await SessionAsync(source);
        using var host = Make(source, new Scripts(
            ("V1__notes.sql", $"{Scripts.Notes}; set search_path = pg_catalog; set statement_timeout = 12345; select pg_advisory_lock(7); create temp table t (id int);"),
            ("V2__tags.sql", "create table public.tags (name text)")));
        await host.StartAsync(Cancellation);
        for (var i = 0; i < 3; i++)
        {
            (await host.AskAsync()).Status.ShouldBe(HealthStatus.Healthy);
        }

        (await SessionAsync(source)).ShouldBe(session);
        (await _place.QueryAsync("select count(*) from pg_locks l join pg_database d on d.oid = l.database where l.locktype = 'advisory' and d.datname = current_database()"))
            .ShouldBe("0");
    }

    [Fact]
    public async Task It_is_the_hosts_to_dispose_of()
    {
        await using var source = Source();
        using (var host = Make(source))
        {
            await host.StartAsync(Cancellation);
        }

        await using var connection = await source.OpenConnectionAsync(Cancellation);
        connection.State.ShouldBe(System.Data.ConnectionState.Open);
    }

    [Fact]
    public async Task Migrations_that_have_a_connection_string_of_their_own_use_that()
    {
        await using var source = Source();
        using var host = Make(source, null, ("Dowel:MigrationConnectionString", _place.ConnectionString));
        await host.StartAsync(Cancellation);

        _passwords.ShouldNotContain("asked while migrating");
    }

    [Fact]
    public async Task One_that_leads_to_another_schema_is_refused()
    {
        await using var source = Source();
        using var host = Make(source, null, ("Dowel:Schema", "notebook"));

        var error = await Should.ThrowAsync<HostingException>(() => host.StartAsync(Cancellation));

        (error.Code, error.Problem).ShouldBe(
            ("DWL5210", "Dowel:Schema is 'notebook', and the data source that the host gave sends statements to schema 'public'."));
    }

    [Fact]
    public async Task One_that_leads_to_the_schema_is_taken()
    {
        await using var source = Source("Search Path=notebook");
        using var host = Make(source, null, ("Dowel:Schema", "notebook"));
        await host.StartAsync(Cancellation);

        await host.Services.GetRequiredService<INoteRepository>().InsertAsync(new(1, "words", null), Cancellation);

        (await _place.QueryAsync("select body from notebook.notes")).ShouldBe("words");
        (await host.AskAsync()).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_provider_that_fails_is_an_error_like_any_other()
    {
        await using var source = new NpgsqlDataSourceBuilder(_place.ConnectionString).UsePasswordProvider(
            _ => throw new InvalidOperationException("the vault is closed"), (_, _) => throw new InvalidOperationException("the vault is closed")).Build();
        using var host = Make(source);

        var error = await Should.ThrowAsync<DowelException>(() => host.StartAsync(Cancellation));

        error.Code.ShouldBe("DWL1106");
    }

    private static async Task<string> SessionAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            """
            select concat_ws('|', pg_backend_pid(), current_setting('search_path'), current_setting('statement_timeout'), current_setting('application_name'),
                (select count(*) from pg_class where relpersistence = 't'))
            """);
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private NpgsqlDataSource Source(string settings = "") => new NpgsqlDataSourceBuilder(
            $"{new NpgsqlConnectionStringBuilder(_place.ConnectionString) { Pooling = true, NoResetOnClose = true }.ConnectionString};{settings}")
        .UsePasswordProvider(_ => Note("asked without waiting"), (_, _) => new(Note(new System.Diagnostics.StackTrace().ToString().Contains("CloneWith", StringComparison.Ordinal)
            ? "asked while migrating"
            : "asked")))
        .Build();

    private string Note(string password)
    {
        lock (_passwords)
        {
            _passwords.Add(password);
            return password;
        }
    }

    private static IHost Make(NpgsqlDataSource source, IScriptSource? scripts = null, params IEnumerable<(string, string?)> settings)
    {
        var builder = Services.Builder(null, settings);
        builder.Services.AddSingleton(source);
        builder.Services.AddDowel(builder.Configuration.GetSection("Dowel"))
            .AddPostgres(services => services.GetRequiredService<NpgsqlDataSource>())
            .AddMigrations(scripts ?? new AssemblySource(typeof(Hosting.Tests.Note).Assembly, "migrations/"))
            .AddRepository<INoteRepository>(session => new NoteRepository(session));
        return builder.Build();
    }
}
