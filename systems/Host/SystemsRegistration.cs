using CoreData;
using DeployStore;
using Dowel.Hosting;
using Dowel.Postgres;
using Dowel.Sqlite;
using GameAccounts;
using PlayerEngagement;
using Workspaces;

namespace SystemsHost;

/// <summary>The five systems, each with a database of its own: a file, or a schema and a data source.</summary>
internal static class SystemsRegistration
{
    /// <summary>Adds them; their schemas are current before the server listens.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Where their data is.</param>
    /// <param name="configuration">The service's configuration.</param>
    public static void AddSystems(this IServiceCollection services, HostSettings settings, IConfiguration configuration)
    {
        services.AddGameAccounts(settings);
        services.AddSystem(SystemNames.CoreData, settings, CoreDataMigrations.HistoryTable).AddCoreData(options => options.PickupFolder = settings.Outbox);
        services.AddPlayerEngagement(settings, configuration);
        services.AddDeployStore(settings);
        services.AddWorkspaces(settings);
    }

    // A library of the game server; the host keeps its schema current and has no endpoints for it.
    private static void AddGameAccounts(this IServiceCollection services, HostSettings settings) => services
        .AddSystem(SystemNames.GameAccounts, settings, GameAccountsMigrations.HistoryTable)
        .AddMigrations(GameAccountsMigrations.Assembly, GameAccountsMigrations.ResourcePrefix);

    // Its own wiring opens a database of its own, unless there is one already.
    private static void AddPlayerEngagement(this IServiceCollection services, HostSettings settings, IConfiguration configuration)
    {
        services.AddSystem(SystemNames.PlayerEngagement, settings, PlayerEngagementMigrations.HistoryTable)
            .AddMigrations(PlayerEngagementMigrations.Assembly, PlayerEngagementMigrations.ResourcePrefix);
        services.AddSingleton<IPlayerEngagementDbmService, HostedEngagement>();
        services.ConfigurePlayerEngagementPersistenceServices(configuration, "DbmOptions");
    }

    private static void AddDeployStore(this IServiceCollection services, HostSettings settings) => services
        .AddSystem(SystemNames.DeployStore, settings, DeployStoreMigrations.HistoryTable)
        .AddMigrations(DeployStoreMigrations.Assembly, DeployStoreMigrations.ResourcePrefix)
        .AddRepository<DeployStore.IUserRepository>(session => new DeployStore.UserRepository(session))
        .AddRepository<IDeploymentRepository>(session => new DeploymentRepository(session))
        .AddRepository<IServiceRepository>(session => new ServiceRepository(session));

    private static void AddWorkspaces(this IServiceCollection services, HostSettings settings)
    {
        services.AddSystem(SystemNames.Workspaces, settings, WorkspacesMigrations.HistoryTable, WorkspacesMigrations.GuardedTables)
            .AddMigrations(WorkspacesMigrations.Assembly, WorkspacesMigrations.ResourcePrefix)
            .AddRepository<Workspaces.IUserRepository>(session => new Workspaces.UserRepository(session))
            .AddRepository<IProjectRepository>(session => new ProjectRepository(session))
            .AddRepository<IProjectFileRepository>(session => new ProjectFileRepository(session))
            .AddRepository<IAgentStateRepository>(session => new AgentStateRepository(session));
        services.AddSingleton<WorkspaceOwners>();
    }

    private static DowelBuilder AddSystem(
        this IServiceCollection services, string name, HostSettings settings, string historyTable, IReadOnlyList<string>? guardedTables = null) => services
        .AddDowel(name, options =>
        {
            settings.Apply(options, name);
            options.HistoryTable = historyTable;
            foreach (var table in guardedTables ?? [])
            {
                options.GuardedTables.Add(table);
            }
        })
        .AddSqlite()
        .AddPostgres();
}
