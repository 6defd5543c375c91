using Dowel.Data;
using Microsoft.Extensions.Logging;

namespace Dowel.CoreDataTests;

/// <summary>A service of a test's own.</summary>
public abstract class CoreDataContract(DatabaseEngine engine) : IAsyncLifetime
{
    protected CoreDataService Service { get; private set; } = null!;

    protected virtual LogLevel Level => LogLevel.Warning;

    public async ValueTask InitializeAsync() => Service = await CoreDataService.StartAsync(engine, Level);

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
