using Microsoft.Extensions.Hosting;

namespace Dowel.Hosting.Tests;

/// <summary>Looks at something at the moment when a server would begin to listen.</summary>
internal sealed class Witness(Func<Task<string>> look) : IHostedService
{
    public string? Seen { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken) => Seen = await look();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
