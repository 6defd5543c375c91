using Dowel.Data;
using Dowel.Migrations;
using Dowel.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SystemsHost;

namespace Dowel.HostTests;

/// <summary>The service itself, listening on a port of its own, with databases and a folder of its own.</summary>
public class RunningHost(DatabaseEngine engine) : IAsyncLifetime
{
    /// <summary>Is good for nothing where the server trusts everybody, and must not be told either way.</summary>
    public const string ServerPassword = "the-servers-own-7Qx";

    private RunningHost? _owner;
    private TestDatabase? _place;
    private WebApplication? _app;
    private HttpClient? _http;

    /// <summary>Settings beside those that all have, as a command line gives them.</summary>
    public string[] Settings { get; init; } = [];

    /// <summary>Changes services before they are built.</summary>
    public Action<IServiceCollection>? Configure { get; init; }

    /// <summary>Who the service is on PostgreSQL; null for the owner of the tables.</summary>
    public string? Role { get; init; } = "dowel_app";

    public DatabaseEngine Engine => engine;

    public string Folder { get; private set; } = Directory.CreateTempSubdirectory("dowel-host-").FullName;

    public TestClock Clock { get; } = new();

    public LogLines Log { get; } = new();

    public Reached Reached { get; } = new();

    public Tables Tables { get; private set; } = null!;

    public WebApplication App => _app!;

    public HttpClient Http => _http!;

    /// <summary>Where the server is and who owns its database; none on SQLite.</summary>
    public string OwnerConnection => (_owner ?? this)._place!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        await PrepareAsync();
        await StartAsync();
    }

    /// <summary>Makes the database, empty; PostgreSQL's with the role that the service is to have.</summary>
    public async Task PrepareAsync()
    {
        if (engine == DatabaseEngine.Postgres)
        {
            _place = await TestDatabase.CreateAsync(engine, new FolderSource(Path.Combine(Repository.Root, "eng/dev-role")), cancellationToken: CancellationToken.None);
        }

        Tables = engine == DatabaseEngine.Sqlite ? new(Folder, null) : new(null, OwnerConnection);
    }

    /// <summary>Takes the databases and the folder of another, to which they go on belonging.</summary>
    public void Share(RunningHost other)
    {
        Directory.Delete(Folder);
        (Folder, Tables, _owner) = (other.Folder, other.Tables, other);
    }

    public async Task StartAsync()
    {
        _app = HostApp.Build([.. Arguments(), .. Settings], Prepare);
        _app.Urls.Add("http://127.0.0.1:0");
        await _app.StartAsync();
        _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 200 }) { BaseAddress = new(_app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        if (_place is not null)
        {
            await _place.DisposeAsync();
        }

        if (_owner is null)
        {
            Directory.Delete(Folder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    private IEnumerable<string> Arguments() =>
    [
        "--provider", engine == DatabaseEngine.Sqlite ? "sqlite" : "postgres", "--data", Folder,
        "--Logging:LogLevel:Microsoft.AspNetCore", "Information", // what is searched for secrets is more than a service says
        "--Limits:PerSecond", "1000000", "--Limits:AnonymousPerSecond", "1000000",
        .. engine == DatabaseEngine.Sqlite ? (string[])[] : ["--migrate-connection", OwnerConnection, "--connection", ServiceConnection()],
    ];

    private string ServiceConnection() => new NpgsqlConnectionStringBuilder(OwnerConnection)
    {
        Options = Role is null ? null : $"-c role={Role}",
        Password = ServerPassword,
        MaxPoolSize = 10,
        Pooling = true,
    }.ConnectionString;

    private void Prepare(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<IStartupFilter>(Reached);
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 100); // a test of the hasher is elsewhere
        Configure?.Invoke(builder.Services);
    }
}
