using Dowel.Data;
using Dowel.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dowel.Hosting;

/// <summary>A database of a running service: its options, its engine, and the one <see cref="Data.Database"/> over it.</summary>
/// <remarks>May be used from any thread. Options are read and checked once; what changes in the configuration later needs a restart.</remarks>
internal sealed class HostedDatabase : IDisposable, IAsyncDisposable
{
    private readonly IServiceProvider _services;
    private readonly Lazy<DatabaseChoice> _choice;
    private readonly Lazy<ObservedDatabase> _database;

    private HostedDatabase(DatabasePlan plan, IServiceProvider services)
    {
        (Plan, _services) = (plan, services);
        _choice = new(() => DatabaseChoice.Make(plan, services));
        _database = new(Open);
    }

    /// <summary>What the service's code has said of it.</summary>
    public DatabasePlan Plan { get; }

    /// <summary>What code and configuration come to.</summary>
    /// <exception cref="HostingException">They are not in order.</exception>
    public DatabaseChoice Choice => _choice.Value;

    /// <summary>The database.</summary>
    /// <exception cref="HostingException">Code or configuration are not in order.</exception>
    public Database Database => _database.Value;

    /// <summary>The database's name for people; those of one name are migrated one after another.</summary>
    public string Place => Database.DisplayName;

    /// <summary>Adds a database to a service.</summary>
    /// <exception cref="ArgumentException">There is one of this name already.</exception>
    public static void Add(IServiceCollection services, DatabasePlan plan)
    {
        var name = plan.Name;
        if (services.Any(service => service.ServiceType == typeof(HostedDatabase) && service.IsKeyedService && name.Equals(service.ServiceKey)))
        {
            throw new ArgumentException($"The {plan.Title} has been added already.", nameof(plan));
        }

        services.AddKeyedSingleton(name, (provider, _) => new HostedDatabase(plan, provider));
        services.AddSingleton(provider => Of(provider, name));
        if (name.Length == 0)
        {
            services.AddSingleton(provider => Of(provider, name).Database);
        }
        else
        {
            services.AddKeyedSingleton(name, (provider, _) => Of(provider, name).Database);
        }

        AddOnce(services);
        services.AddHealthChecks().Add(new(
            name.Length == 0 ? "dowel" : $"dowel-{name}",
            provider => new DatabaseHealthCheck(Of(provider, name), provider.GetService<IHostApplicationLifetime>()),
            failureStatus: null,
            [HealthTags.Ready],
            HealthTags.Patience));
    }

    /// <summary>A database by its name.</summary>
    public static HostedDatabase Of(IServiceProvider services, string name) => services.GetRequiredKeyedService<HostedDatabase>(name);

    /// <summary>Has the server say whether it keeps owners' rows apart, where it is to.</summary>
    /// <exception cref="RowSecurityBypassedException">It does not.</exception>
    public ValueTask RequireGuardsAsync(CancellationToken cancellationToken) => Choice.Options.GuardedTables is { Count: > 0 } tables
        ? Database.RequireRowSecurityAsync([.. tables], cancellationToken)
        : ValueTask.CompletedTask;

    /// <summary>Has the server say which schema statements go to, where the host gave the connections and nothing here decides that.</summary>
    /// <exception cref="HostingException">It is another than the one that migrations work in.</exception>
    public async Task RequireSchemaAsync(CancellationToken cancellationToken)
    {
        if (Choice is { Provider.HasConnections: true, Settings: { ConnectionString: null, Schema: { } schema } }
            && await Database.SingleAsync<CurrentSchema, string?>(new(), cancellationToken).ConfigureAwait(false) is { } actual
            && actual != schema)
        {
            throw new HostingException([HostingErrors.OtherSchema(Plan.KeyOf(nameof(DowelOptions.Schema)), schema, actual)]);
        }
    }

    /// <summary>A migrator over a database.</summary>
    /// <exception cref="HostingException">A source has no scripts.</exception>
    public Migrator MigratorOver(IMigrationDatabase database, IProgress<MigrationEvent>? progress = null)
    {
        var scripts = ScriptSetLoader.Load(Plan.Sources, database.Dialect, Plan.Scripts).With([.. Plan.Code.Select(make => make(_services))]);
        return scripts.Scripts.Count == 0 && scripts.Errors.Count == 0
            ? throw new HostingException([HostingErrors.NoScripts(Plan.Title, Plan.Sources)])
            : new(database, scripts, new()
            {
                LockWait = Choice.Options.MigrationWait,
                Variables = new Dictionary<string, string>(Choice.Options.Variables, StringComparer.Ordinal),
                Progress = progress,
            });
    }

    // What all databases of a service share.
    private static void AddOnce(IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(DatabaseMeter)))
        {
            return;
        }

        services.AddSingleton<DatabaseMeter>();
        services.AddSingleton<IHostedService, StartingService>();
        services.AddHealthChecks().Add(new("process", new LivenessCheck(), failureStatus: null, [HealthTags.Live]));
    }

    private ObservedDatabase Open()
    {
        var meter = _services.GetRequiredService<DatabaseMeter>();
        var log = (_services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(StatementLog.Category);
        var inner = Choice.Provider.Open(Choice.Settings);
        KeyValuePair<string, object?>[] tags =
        [
            new("db.system.name", inner.Engine == DatabaseEngine.Postgres ? "postgresql" : "sqlite"),
            new("db.namespace", Choice.Provider.NamespaceOf(Choice.Settings)),
            .. Plan.Name.Length == 0 ? Array.Empty<KeyValuePair<string, object?>>() : [new("dowel.database", Plan.Name)],
        ];
        var database = new ObservedDatabase(inner, new(tags, meter, log, Choice.Options.SlowStatement));
        meter.Add(database);
        return database;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.IsValueCreated ? _database.Value.DisposeAsync() : ValueTask.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
