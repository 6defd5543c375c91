using Dowel.Cli;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dowel.Hosting.Tests;

/// <summary>A service as a program of its own: it says <c>applied FILE</c> for each script, and <c>listening</c> when a server would listen.</summary>
internal static class ServiceProgram
{
    public const string Mode = "serve";

    public static async Task<int> RunAsync(string[] settings)
    {
        SqliteNativeLibrary.Use();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddCommandLine(settings);
        builder.Logging.AddProvider(new Speaker());
        builder.Services.AddDowel(builder.Configuration.GetSection("Dowel")).AddAll()
            .AddMigrations(new Scripts(
                ("V1__notes.sql", Scripts.Notes),
                ("V2__slow.sql", $"create table half (id bigint); {builder.Configuration["Slow"] ?? "select 1"};"),
                ("V3__tags.sql", "create table tags (name text not null primary key)")));
        builder.Services.AddHostedService<Listener>();
        try
        {
            await builder.Build().RunAsync();
            return 0;
        }
        catch (OperationCanceledException)
        {
            await Console.Out.WriteLineAsync("stopped");
            return 0;
        }
    }

    private sealed class Listener : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Console.Out.WriteLineAsync("listening");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Speaker : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id is > 1000 and < 2000)
            {
                Console.Out.WriteLine(formatter(state, exception));
            }
        }
    }
}
