using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dowel.Hosting;

/// <summary>Adds databases to a service.</summary>
public static class DowelHosting
{
    /// <summary>Adds the one database of a service, as <see cref="Data.Database"/>.</summary>
    /// <param name="services">The service's services.</param>
    /// <param name="section">Its section of the configuration; the keys are the properties of <see cref="DowelOptions"/>.</param>
    /// <returns>What engines, migrations and repositories are added to.</returns>
    public static DowelBuilder AddDowel(this IServiceCollection services, IConfiguration section) =>
        services.AddDowel(Options.DefaultName, section);

    /// <summary>Adds the one database of a service, as <see cref="Data.Database"/>.</summary>
    /// <param name="services">The service's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>What engines, migrations and repositories are added to.</returns>
    public static DowelBuilder AddDowel(this IServiceCollection services, Action<DowelOptions> configure) =>
        services.AddDowel(Options.DefaultName, configure);

    /// <summary>Adds one of several databases of a service, as a <see cref="Data.Database"/> with a key.</summary>
    /// <param name="services">The service's services.</param>
    /// <param name="name">Its name and key.</param>
    /// <param name="section">Its section of the configuration; the keys are the properties of <see cref="DowelOptions"/>.</param>
    /// <returns>What engines, migrations and repositories are added to.</returns>
    /// <exception cref="ArgumentException">There is a database of this name already.</exception>
    public static DowelBuilder AddDowel(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        var builder = new DowelBuilder(services, name, section);
        services.AddOptions<DowelOptions>(name).Configure(options => Bind(section, options));
        return builder;
    }

    /// <summary>Adds one of several databases of a service, as a <see cref="Data.Database"/> with a key.</summary>
    /// <param name="services">The service's services.</param>
    /// <param name="name">Its name and key.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>What engines, migrations and repositories are added to.</returns>
    /// <exception cref="ArgumentException">There is a database of this name already.</exception>
    public static DowelBuilder AddDowel(this IServiceCollection services, string name, Action<DowelOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new DowelBuilder(services, name, section: null);
        services.AddOptions<DowelOptions>(name).Configure(configure);
        return builder;
    }

    // What cannot be read is found and told before, by key and without the value.
    private static void Bind(IConfiguration section, DowelOptions options) => section.Bind(options);
}
