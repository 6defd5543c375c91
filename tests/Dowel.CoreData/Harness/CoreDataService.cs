using System.Net.Http.Headers;
using System.Net.Http.Json;
using CoreData;
using Dowel.Data;
using Dowel.Hosting;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;
using Dowel.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dowel.CoreDataTests;

/// <summary>CoreData over HTTP, with a database and a folder of its own.</summary>
public sealed class CoreDataService : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private CoreDataService(WebApplication app, TestDatabase place, string folder)
    {
        (_app, Place, Folder, _http) = (app, place, folder, app.GetTestClient());
    }

    public TestDatabase Place { get; }

    public string Folder { get; }

    public IServiceProvider Services => _app.Services;

    public Database Database => Services.GetRequiredKeyedService<Database>(CoreDataMigrations.DatabaseName);

    public TestClock Clock => (TestClock)Services.GetRequiredService<TimeProvider>();

    public CountingHasher Hasher => (CountingHasher)Services.GetRequiredService<IPasswordHasher<User>>();

    public LogLines Log => Services.GetRequiredService<LogLines>();

    public MessageTokens Tokens => Services.GetRequiredService<MessageTokens>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<CoreDataService> StartAsync(DatabaseEngine engine, LogLevel level)
    {
        var options = new TestDatabaseOptions
        {
            HistoryTable = CoreDataMigrations.HistoryTable,
            Schema = engine == DatabaseEngine.Postgres ? CoreDataMigrations.DefaultSchema : null,
            Scripts = new() { Tokens = CoreDataMigrations.UsesTokens },
        };
        var place = await TestDatabase.CreateAsync(engine, new AssemblySource(CoreDataMigrations.Assembly), options, Cancellation);
        var folder = Path.Combine(Path.GetTempPath(), $"dowel-core-data-{Guid.NewGuid():N}");
        var app = Build(place, folder, level);
        await app.StartAsync(Cancellation);
        return new(app, place, folder);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Place.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public async Task<Reply> SendAsync(HttpMethod method, string path, object? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body switch
        {
            null => null,
            string text => new StringContent(text, new MediaTypeHeaderValue("application/json")),
            _ => JsonContent.Create(body),
        };
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        var response = await _http.SendAsync(request, Cancellation);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation), response);
    }

    public Task<Reply> GetAsync(string path, string? token = null) => SendAsync(HttpMethod.Get, path, token: token);

    public Task<Reply> PostAsync(string path, object? body = null, string? token = null) => SendAsync(HttpMethod.Post, path, body, token);

    public Task<Reply> PutAsync(string path, object? body = null, string? token = null) => SendAsync(HttpMethod.Put, path, body, token);

    public Task<Reply> DeleteAsync(string path, string? token = null) => SendAsync(HttpMethod.Delete, path, token: token);

    public Task<Reply> RegisterAsync(string name) =>
        PostAsync("/core/users", new { email = $"{name}@example.org", displayName = name, password = Password });

    public Task<Reply> LogInAsync(string name, string password = Password) =>
        PostAsync("/core/sessions", new { email = $"{name}@example.org", password });

    /// <summary>Registers a user who is logged in; the first one is an admin.</summary>
    public async Task<(long Id, string Token)> AddAsync(string name)
    {
        var id = (await RegisterAsync(name)).ShouldBe(System.Net.HttpStatusCode.Created).Id;
        return (id, (await LogInAsync(name)).Access);
    }

    /// <summary>Waits for a message and takes it out of the folder.</summary>
    public async Task<string> TakeSecretAsync(string name, string subject)
    {
        for (var attempt = 0; attempt < 1_000; attempt++)
        {
            foreach (var file in Directory.EnumerateFiles(Folder, "*.eml"))
            {
                var lines = await File.ReadAllLinesAsync(file, Cancellation);
                if (lines.Contains($"To: {name}@example.org") && lines.Contains($"Subject: {subject}"))
                {
                    File.Delete(file);
                    return lines.Single(line => TokenSecret.TryParse(line, out _));
                }
            }

            await Task.Delay(10, Cancellation);
        }

        throw new TimeoutException($"No message for {name}.");
    }

    /// <summary>Runs SQL on the database, past the service.</summary>
    public async Task<string> QueryAsync(string sql)
    {
        await using var transaction = await Database.BeginAsync(cancellationToken: Cancellation);
        await using var command = transaction.Connection.CreateCommand();
        command.Transaction = transaction.DbTransaction;
        command.CommandText = sql;
        var rows = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(Cancellation))
        {
            while (await reader.ReadAsync(Cancellation))
            {
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetValue(column)}")));
            }
        }

        await transaction.CommitAsync(Cancellation);
        return string.Join(',', rows);
    }

    private static WebApplication Build(TestDatabase place, string folder, LogLevel level)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseTestServer();
        var log = new LogLines();
        builder.Logging.SetMinimumLevel(level).AddProvider(log);
        builder.Services.AddSingleton(log).AddSingleton<TimeProvider, TestClock>().AddSingleton<IPasswordHasher<User>, CountingHasher>();
        builder.Services.AddRouting().AddProblemDetails();
        builder.Services
            .AddDowel(
                CoreDataMigrations.DatabaseName,
                options =>
                {
                    options.Provider = place.Engine == DatabaseEngine.Sqlite ? "sqlite" : "postgres";
                    options.ConnectionString = place.ConnectionString;
                    options.Migrations = MigrationMode.Verify;
                })
            .AddSqlite().AddPostgres()
            .AddCoreData(options => options.PickupFolder = folder);
        var app = builder.Build();
        app.UseExceptionHandler().UseStatusCodePages();
        app.UseRouting().UseAuthentication().UseAuthorization();
        app.MapCoreData();
        return app;
    }
}
