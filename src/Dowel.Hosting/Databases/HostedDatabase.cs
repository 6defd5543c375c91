using Dowel.Data;
using Dowel.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Dowel.Hosting;

/// <summary>A database of a running service: its options, its engine, and the one <see cref="Data.Database"/> over it.</summary>
/// <remarks>May be used from any thread. Options are read and checked once; what changes in the configuration later needs a restart.</remarks>
internal sealed class HostedDatabase : IDisposable, IAsyncDisposable
{
    private readonly IServiceProvider _services;
    private readonly Lazy<DatabaseChoice> _choice;
    private readonly Lazy<Database> _database;

    private HostedDatabase(DatabasePlan plan, IServiceProvider services)
    {
        (Plan, _services) = (plan, services);
        _choice = new(() => DatabaseChoice.Make(plan, services));
        _database = new(() => Choice.Provider.Open(Choice.Settings));
    }

    /// <summary>What the service's code has said of it.</summary>
    public DatabasePlan Plan { get; }

    /// <summary>What code and configuration come to.</summary>
    /// <exception cref="HostingException">They are not in order.</exception>
    public DatabaseChoice Choice => _choice.Value;

    /// <summary>The database.</summary>
    /// <exception cref="HostingException">Code or configuration are not in order.</exception>
    public Database Database => _database.Value;

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

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartingService>());
    }

    /// <summary>A database by its name.</summary>
    public static HostedDatabase Of(IServiceProvider services, string name) => services.GetRequiredKeyedService<HostedDatabase>(name);

    /// <summary>Loads the scripts for the engine that was chosen.</summary>
    public ScriptSet LoadScripts(Dialect dialect) =>
        ScriptSetLoader.Load(Plan.Sources, dialect, Plan.Scripts).With([.. Plan.Code.Select(make => make(_services))]);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.IsValueCreated ? _database.Value.DisposeAsync() : ValueTask.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}
