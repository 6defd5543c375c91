using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PlayerEngagement;

/// <summary>Puts player engagement into a host.</summary>
public static class PlayerEngagementDbmHostConfig
{
    /// <summary>Registers the persistence service that the configuration chooses, the rewards over it, and the streak models that come with it.</summary>
    /// <param name="services">The host's services. A <see cref="TimeProvider"/> that is there is used, and so is every <see cref="IStreakModel"/>.</param>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="section">The section with <c>Provider</c>, <c>ConnectionString</c> and <c>Schema</c>, mostly <c>DbmOptions</c>.</param>
    /// <param name="migrationAssemblies">Assemblies with further scripts, embedded below <c>migrations/</c>; this one is always among them. Null for none.</param>
    /// <returns>The same services.</returns>
    /// <remarks>Migrations are applied when <see cref="IPlayerEngagementDbmService"/> is first resolved: resolve it when the host starts.</remarks>
    public static IServiceCollection ConfigurePlayerEngagementPersistenceServices(
        this IServiceCollection services, IConfiguration configuration, string section, IEnumerable<Assembly>? migrationAssemblies = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentException.ThrowIfNullOrWhiteSpace(section);
        IReadOnlyList<Assembly> assemblies = [.. migrationAssemblies ?? []];
        services.AddOptions<PlayerEngagementDbmOptions>()
            .Bind(configuration.GetSection(section))
            .Configure(options => options.MigrationAssemblies = assemblies)
            .Validate(HasPlace, $"{section}:ConnectionString says where the database is; only the provider InMemory needs none.");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStreakModel, ConsecutiveStreak>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStreakModel, DecayingStreak>());
        services.TryAddSingleton<IPlayerEngagementDbmService>(Create);
        services.TryAddSingleton<IRewardService, RewardService>();
        return services;
    }

    private static bool HasPlace(PlayerEngagementDbmOptions options) =>
        options.Provider == PlayerEngagementDbmProvider.InMemory || !string.IsNullOrWhiteSpace(options.ConnectionString);

    private static IPlayerEngagementDbmService Create(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<PlayerEngagementDbmOptions>>();
        return options.Value.Provider == PlayerEngagementDbmProvider.InMemory
            ? new PlayerEngagementDbmInMemoryService(options)
            : new PlayerEngagementDbmService(options);
    }
}
