using Dowel.Hosting;
using Dowel.Postgres;
using Dowel.Sqlite;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoreData;

/// <summary>Adds users, logins, roles and the audit trail to a service.</summary>
public static class CoreDataRegistration
{
    /// <summary>Adds everything, with the database on either engine.</summary>
    /// <param name="services">The service's services.</param>
    /// <param name="database">The database's section of the configuration; its keys are the properties of <see cref="DowelOptions"/>.</param>
    /// <param name="configure">Sets how long things last and where messages go; null for the defaults.</param>
    /// <returns>The database, for more.</returns>
    public static DowelBuilder AddCoreData(this IServiceCollection services, IConfiguration database, Action<CoreDataOptions>? configure = null) =>
        services.AddDowel(CoreDataMigrations.DatabaseName, database).AddSqlite().AddPostgres().AddCoreData(configure);

    /// <summary>Adds everything to a database whose engines the service has chosen.</summary>
    /// <param name="database">The database, called <see cref="CoreDataMigrations.DatabaseName"/>.</param>
    /// <param name="configure">Sets how long things last and where messages go; null for the defaults.</param>
    /// <returns>The database, for more.</returns>
    /// <exception cref="ArgumentException">The database has another name.</exception>
    /// <remarks>
    /// Another <see cref="IMessageSender"/>, <see cref="IPasswordHasher{TUser}"/> or <see cref="TimeProvider"/> is registered before. The service itself calls
    /// <c>UseAuthentication</c> and <c>UseAuthorization</c>.
    /// </remarks>
    public static DowelBuilder AddCoreData(this DowelBuilder database, Action<CoreDataOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (database.Name != CoreDataMigrations.DatabaseName)
        {
            throw new ArgumentException($"The database is to be called '{CoreDataMigrations.DatabaseName}'.", nameof(database));
        }

        AddData(database);
        AddMessages(database.Services);
        AddAccess(database.Services);
        database.Services.AddOptions<CoreDataOptions>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        database.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CoreDataOptions>, CoreDataOptionsCheck>());
        return database;
    }

    private static void AddData(DowelBuilder database)
    {
        database
            .AddMigrations(CoreDataMigrations.Assembly, CoreDataMigrations.ResourcePrefix, new() { Tokens = CoreDataMigrations.UsesTokens })
            .AddRepository<IUserRepository>(session => new UserRepository(session))
            .AddRepository(session => new RoleRepository(session))
            .AddRepository<IUserRoleRepository>(session => new UserRoleRepository(session))
            .AddRepository(session => new AuditRepository(session));
        database.Services.PostConfigure<DowelOptions>(database.Name, options => options.Schema ??= CoreDataMigrations.DefaultSchema);
        database.Services.TryAddSingleton(TimeProvider.System);
        database.Services.TryAddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        database.Services
            .AddSingleton<PasswordCheck>().AddSingleton<Registration>().AddSingleton<Logins>().AddSingleton<PasswordChanges>()
            .AddSingleton<UserDirectory>().AddSingleton<Administration>().AddSingleton<MessageTokens>().AddHostedService<Sweeper>();
    }

    private static void AddMessages(IServiceCollection services)
    {
        services.TryAddSingleton<IMessageSender, PickupFolder>();
        services.AddSingleton<WaitingMessages>().AddHostedService<MessageDelivery>();
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddAuthentication(CoreDataTokens.Scheme).AddScheme<AuthenticationSchemeOptions, AccessTokenHandler>(CoreDataTokens.Scheme, configureOptions: null);
        CoreDataPolicies.AddTo(services.AddAuthorizationBuilder());
    }
}
