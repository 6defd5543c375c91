using System.Reflection;
using Dowel.Data;
using Dowel.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dowel.Hosting;

/// <summary>A database that is being added to a service: engines, migrations and repositories are added to it.</summary>
public sealed class DowelBuilder : IDatabaseProviders
{
    private readonly DatabasePlan _plan;

    internal DowelBuilder(IServiceCollection services, string name, IConfiguration? section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        Services = services;
        _plan = new(name, section);
        HostedDatabase.Add(services, _plan);
    }

    /// <summary>The service's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The database's name; empty for the one without.</summary>
    public string Name => _plan.Name;

    /// <inheritdoc/>
    public void Add(Func<IServiceProvider, DatabaseProvider> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        _plan.Providers.Add(make);
    }

    /// <summary>Adds scripts that an assembly embeds.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="prefix">What the names of its resources start with.</param>
    /// <param name="options">What the files' names do not say: layout and tokens; null where they do. It holds for all scripts of the database.</param>
    /// <returns>The same builder.</returns>
    public DowelBuilder AddMigrations(Assembly assembly, string prefix = "migrations/", ScriptSetOptions? options = null) =>
        AddMigrations(new AssemblySource(assembly, prefix), options);

    /// <summary>Adds scripts; versions count across all that are added.</summary>
    /// <param name="source">Where they are.</param>
    /// <param name="options">What the files' names do not say: layout and tokens; null where they do. It holds for all scripts of the database.</param>
    /// <returns>The same builder.</returns>
    public DowelBuilder AddMigrations(IScriptSource source, ScriptSetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        _plan.Sources.Add(source);
        _plan.Scripts = options ?? _plan.Scripts;
        return this;
    }

    /// <summary>Adds a class in the order of the scripts.</summary>
    /// <param name="make">Makes it from the host's services, before a run.</param>
    /// <returns>The same builder.</returns>
    public DowelBuilder AddMigration(Func<IServiceProvider, ICodeMigration> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        _plan.Code.Add(make);
        return this;
    }

    /// <summary>Adds a repository over this database, one for the whole service.</summary>
    /// <typeparam name="TRepository">What it is asked for as, most often its interface.</typeparam>
    /// <param name="make">Makes it.</param>
    /// <returns>The same builder.</returns>
    public DowelBuilder AddRepository<TRepository>(Func<Session, TRepository> make)
        where TRepository : class
    {
        ArgumentNullException.ThrowIfNull(make);
        var name = Name;
        Services.AddSingleton(services => make(HostedDatabase.Of(services, name).Database));
        return this;
    }
}
