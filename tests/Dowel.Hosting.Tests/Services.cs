using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dowel.Hosting.Tests;

/// <summary>Makes services for tests.</summary>
internal static class Services
{
    public static HostApplicationBuilder Builder(Recorder? recorder, params IEnumerable<(string Key, string? Value)> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal));
        if (recorder is not null)
        {
            builder.Logging.AddProvider(recorder).SetMinimumLevel(LogLevel.Trace);
        }

        return builder;
    }

    public static DowelBuilder AddNotes(this HostApplicationBuilder builder, IScriptSource? scripts = null) => builder.Services
        .AddDowel(builder.Configuration.GetSection("Dowel"))
        .AddAll()
        .AddMigrations(scripts ?? new AssemblySource(typeof(Note).Assembly, "migrations/"))
        .AddRepository<INoteRepository>(session => new NoteRepository(session));

    public static DowelBuilder AddAll(this DowelBuilder builder) => builder.AddSqlite().AddPostgres();

    public static IHost Make(Recorder? recorder, IScriptSource? scripts, params IEnumerable<(string Key, string? Value)> settings)
    {
        var builder = Builder(recorder, settings);
        builder.AddNotes(scripts);
        return builder.Build();
    }

    public static IEnumerable<(string Key, string? Value)> SettingsOf(Engine engine, TestDatabase place, string section = "Dowel") =>
        [($"{section}:Provider", engine.Dialect.Name), ($"{section}:ConnectionString", place.ConnectionString)];

    public static async Task<(HealthStatus Status, HealthReportEntry Entry)> AskAsync(this IHost host, string check = "dowel")
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(registration => registration.Tags.Contains("ready"), TestContext.Current.CancellationToken);
        return (report.Status, report.Entries[check]);
    }
}
