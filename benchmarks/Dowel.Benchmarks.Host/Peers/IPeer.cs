using Dowel.Data;
using PlayerEngagement;
using SystemsHost;

namespace Dowel.Benchmarks;

/// <summary>Another way of reading and writing what the service's endpoints do.</summary>
internal interface IPeer
{
    /// <summary>Grants the day's reward once for a key and once a day.</summary>
    Task<ClaimResult> ClaimAsync(ClaimRequest claim, CancellationToken cancellationToken);

    /// <summary>Writes a file; unchanged is what belongs to another.</summary>
    Task<UpsertResult> WriteAsync(Guid owner, FileRow file, CancellationToken cancellationToken);

    /// <summary>Lists files by path, one more than asked for where there are more.</summary>
    Task<IReadOnlyList<FileView>> ListAsync(Guid owner, Guid project, string after, int count, CancellationToken cancellationToken);
}
