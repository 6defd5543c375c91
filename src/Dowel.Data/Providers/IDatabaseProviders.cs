namespace Dowel.Data;

/// <summary>Where engines register, so that a configuration can choose one by its name.</summary>
/// <remarks>Implemented by hosts. Knows nothing of their packages: a container of services is the base library's.</remarks>
public interface IDatabaseProviders
{
    /// <summary>Adds an engine.</summary>
    /// <param name="make">Makes the provider from the host's services, once.</param>
    void Add(Func<IServiceProvider, DatabaseProvider> make);
}
