using Dowel.Data;

namespace Dowel.CoreDataTests;

/// <summary>A service of a test's own.</summary>
public abstract class CoreDataContract(DatabaseEngine engine) : IAsyncLifetime
{
    protected CoreDataService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await CoreDataService.StartAsync(engine);

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
