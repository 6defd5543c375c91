using Dowel.Postgres;
using Dowel.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Dowel.Hosting.Tests;

/// <summary>Makes services for tests: one database, one repository, and a word at the moment when it would listen.</summary>
internal static class Services
{
    public static HostApplicationBuilder Builder(params (string Key, string? Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal));
        return builder;
    }

    public static DowelBuilder AddNotes(this HostApplicationBuilder builder) => builder.Services
        .AddDowel(builder.Configuration.GetSection("Dowel"))
        .AddSqlite()
        .AddPostgres()
        .AddMigrations(typeof(Note).Assembly)
        .AddRepository<INoteRepository>(session => new NoteRepository(session));

    public static IHost Make(params (string Key, string? Value)[] settings)
    {
        var builder = Builder(settings);
        builder.AddNotes();
        return builder.Build();
    }

    public static string NameOf(Engine engine) => engine.Dialect.Name;
}
