using Dowel.Data;
using Dowel.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dowel.Hosting.Tests;

public sealed class OptionsTests
{
    private const string Secret = "s3cr3t-of-the-house";

    [Theory]
    [InlineData("DWL5201", "Dowel:ConnectionString is missing.", "Dowel__ConnectionString")]
    [InlineData("DWL5201", "Dowel:Provider is missing.", "sqlite, postgres", "Dowel:Provider", "")]
    [InlineData("DWL5202", "There is no setting Dowel:ConectionString.", "Did you mean 'ConnectionString'?", "Dowel:ConectionString", Secret)]
    [InlineData("DWL5203", "Dowel:StatementTimeout cannot be read.", "00:01:30", "Dowel:StatementTimeout", Secret)]
    [InlineData("DWL5203", "Dowel:Migrations cannot be read.", "Apply, Verify, Off", "Dowel:Migrations", Secret)]
    [InlineData("DWL5204", "Dowel:MigrationWait is 60 days, which is not possible.", "from 00:00:01 to 01:00:00", "Dowel:MigrationWait", "60")]
    [InlineData("DWL5204", "Dowel:StatementTimeout is 00:00:00.5000000, which is not possible.", "00:00:01", "Dowel:StatementTimeout", "00:00:00.5")]
    [InlineData("DWL5204", "Dowel:SlowStatement is 00:00:00, which is not possible.", "duration", "Dowel:SlowStatement", "00:00:00")]
    [InlineData("DWL5204", "Dowel:Migrations is 7, which is not possible.", "Apply, Verify, Off", "Dowel:Migrations", "7")]
    [InlineData("DWL5204", "Dowel:HistoryTable is empty, which is not possible.", "leave the setting out", "Dowel:HistoryTable", " ")]
    [InlineData("DWL5204", "Dowel:Schema is empty, which is not possible.", "leave the setting out", "Dowel:Schema", "")]
    [InlineData("DWL5204", "Dowel:GuardedTables is a list with an empty name, which is not possible.", "without a schema", "Dowel:GuardedTables:0", "")]
    [InlineData("DWL5205", "Dowel:Provider is 'postgre', and no such engine is registered.", "Did you mean 'postgres'?", "Dowel:Provider", "postgre")]
    public async Task A_mistake_is_told_by_its_key_with_a_remedy(string code, string problem, string remedy, string? key = null, string? value = null)
    {
        var recorder = new Recorder();
        (string, string?)[] settings = key is null ? [("Dowel:Provider", "sqlite")]
            : [.. new[] { ("Dowel:Provider", "sqlite"), ("Dowel:ConnectionString", (string?)"Data Source=x.db") }.Where(setting => setting.Item1 != key), (key, value)];
        using var host = Services.Make(recorder, null, settings);

        var error = await Should.ThrowAsync<HostingException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        (error.Code, error.Problem).ShouldBe((code, problem));
        error.Remedy.ShouldContain(remedy);
        error.ToString().ShouldNotContain(Secret);
        recorder.All.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task All_mistakes_of_all_databases_are_told_at_once()
    {
        var builder = Services.Builder(
            null, ("Dowel:Provider", "oracle"), ("Dowel:MigrationWait", "-1"), ("Tags:Provider", "sqlite"), ("Tags:Timeout", "1"), ("Tags:Schem", "x"));
        builder.AddNotes();
        builder.Services.AddDowel("tags", builder.Configuration.GetSection("Tags")).AddSqlite();
        using var host = builder.Build();

        var error = await Should.ThrowAsync<HostingException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        error.Errors.Select(one => one.Code).ShouldBe(["DWL5204", "DWL5205", "DWL5202", "DWL5202"]);
    }

    [Theory]
    [InlineData("sqlite", $"Data Source=x.db;Pasword={Secret}")]
    [InlineData("sqlite", "x.db")]
    [InlineData("sqlite", "Data Source=:memory:")]
    [InlineData("sqlite", "Data Source=app;Mode=Memory")]
    [InlineData("postgres", $"Host=db;Pasword={Secret}")]
    [InlineData("postgres", $"Host=db;Password=abc;{Secret}=x")]
    [InlineData("postgres", $"Host=db;Password=abc;{Secret}")]
    [InlineData("postgres", $"Host=db;Port={Secret}")]
    [InlineData("postgres", $"Host=db;SSL Mode={Secret}")]
    [InlineData("postgres", $"postgres://app:{Secret}@db:port/app")]
    [InlineData("postgres", $"postgres://app:{Secret}@db/app?sslmod=require")]
    public async Task A_bad_connection_string_is_told_by_its_key_and_never_shown(string provider, string connectionString)
    {
        var recorder = new Recorder();
        foreach (var key in new[] { "Dowel:ConnectionString", "Dowel:MigrationConnectionString" })
        {
            var good = provider == "sqlite" ? "Data Source=x.db" : "Host=db";
            (string, string?)[] settings = [("Dowel:Provider", provider), ("Dowel:ConnectionString", good)];
            using var host = Services.Make(recorder, null, [.. settings.Where(setting => setting.Item1 != key), (key, connectionString)]);

            var error = await Should.ThrowAsync<HostingException>(() => host.StartAsync(TestContext.Current.CancellationToken));

            error.Code.ShouldBe("DWL5206");
            error.Problem.ShouldStartWith(key);
            error.ToString().ShouldNotContain(Secret);
        }

        recorder.All.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task A_password_of_a_server_that_is_away_is_never_shown()
    {
        var recorder = new Recorder();
        using var host = Services.Make(
            recorder, null, ("Dowel:Provider", "postgres"), ("Dowel:ConnectionString", $"Host=127.0.0.1;Port=1;Username=app;Password={Secret};Database=app"));

        var error = await Should.ThrowAsync<Dowel.Migrations.DatabaseUnavailableException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        error.Code.ShouldBe("DWL1106");
        error.ToString().ShouldNotContain(Secret);
        var (_, entry) = await host.AskAsync();
        entry.Description!.ShouldStartWith("DWL4008");
        recorder.All.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Without_an_engine_there_is_a_word_about_the_packages()
    {
        var builder = Services.Builder(null);
        builder.Services.AddDowel("tags", options => options.ConnectionString = "Data Source=x.db");
        using var host = builder.Build();

        var error = await Should.ThrowAsync<HostingException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        (error.Code, error.Problem).ShouldBe(("DWL5205", "No engine is registered for the database 'tags'."));
        error.Remedy.ShouldContain("AddSqlite()");
    }

    [Fact]
    public void Mistakes_of_code_are_told_by_the_property()
    {
        var builder = Services.Builder(null);
        builder.Services.AddDowel("tags", options => options.HistoryTable = "").AddSqlite();
        using var host = builder.Build();

        var error = Should.Throw<HostingException>(() => host.Services.GetRequiredKeyedService<Database>("tags"));

        error.Errors.Select(one => one.Problem).ShouldBe(
        [
            "DowelOptions.HistoryTable of the database 'tags' is empty, which is not possible.",
            "DowelOptions.ConnectionString of the database 'tags' is missing.",
        ]);
    }

    [Fact]
    public void All_options_are_read_from_a_section()
    {
        var builder = Services.Builder(
            null, ("Dowel:Provider", "postgres"), ("Dowel:ConnectionString", "Host=a"), ("Dowel:MigrationConnectionString", "Host=b"), ("Dowel:Schema", "s"),
            ("Dowel:HistoryTable", "h"), ("Dowel:Migrations", "OFF"), ("Dowel:MigrationWait", "00:02:00"), ("Dowel:StatementTimeout", "00:00:10"),
            ("Dowel:GuardedTables:0", "notes"), ("Dowel:GuardedTables:1", "tags"), ("Dowel:Variables:Owner", "app"), ("Dowel:SlowStatement", "00:00:00.250"));
        builder.AddNotes();
        using var host = builder.Build();

        var options = host.Services.GetRequiredService<IOptions<DowelOptions>>().Value;

        (options.Provider, options.ConnectionString, options.MigrationConnectionString, options.Schema, options.HistoryTable, options.Migrations)
            .ShouldBe(("postgres", "Host=a", "Host=b", "s", "h", MigrationMode.Off));
        (options.MigrationWait, options.StatementTimeout, options.SlowStatement)
            .ShouldBe((TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(250)));
        options.GuardedTables.ShouldBe(["notes", "tags"]);
        options.Variables.ShouldBe(new Dictionary<string, string> { ["Owner"] = "app" });
        host.Services.GetRequiredService<Database>().DisplayName.ShouldBe("PostgreSQL database postgres on a");
    }

    [Fact]
    public void Environment_variables_go_before_files()
    {
        var variable = $"DOWELTEST{Guid.NewGuid():N}_";
        Environment.SetEnvironmentVariable($"{variable}Dowel__ConnectionString", "Data Source=from-environment.db");
        var builder = Services.Builder(null, ("Dowel:Provider", "sqlite"), ("Dowel:ConnectionString", "Data Source=from-file.db"));
        builder.Configuration.AddEnvironmentVariables(variable);
        builder.AddNotes();
        using var host = builder.Build();

        host.Services.GetRequiredService<Database>().DisplayName.ShouldBe("SQLite database from-environment.db");
    }

    [Fact]
    public void A_name_is_taken_once()
    {
        var services = new ServiceCollection();
        services.AddDowel("tags", _ => { });

        Should.Throw<ArgumentException>(() => services.AddDowel("tags", _ => { })).Message.ShouldContain("'tags' has been added already");
        services.AddDowel(_ => { }).Name.ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => services.AddDowel(_ => { }));
    }

    [Fact]
    public void Settings_do_not_print_their_connection_string()
    {
        $"{new DatabaseSettings { ConnectionString = Secret }}".ShouldNotContain(Secret);
        $"{new Dowel.Migrations.MigrationSettings { ConnectionString = Secret }}".ShouldNotContain(Secret);
    }
}
