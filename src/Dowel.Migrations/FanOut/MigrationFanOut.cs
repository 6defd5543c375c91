using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Dowel.Migrations;

/// <summary>Brings many databases to the state that one set of scripts describes, several at once.</summary>
/// <remarks>
/// Each target has its own history and lock, so a run that was cut short is simply run again: what is done costs one read.
/// A target that fails does not stop the others. Targets are taken from their sequence as their turn comes, and results are
/// kept only until they are read, so neither number of them is bounded by memory. Safe for any number of threads.
/// </remarks>
public sealed class MigrationFanOut
{
    private readonly ScriptSet _set;
    private readonly FanOutOptions _options;

    /// <summary>Takes the scripts that all targets share.</summary>
    /// <param name="scripts">The scripts, loaded for the targets' dialect.</param>
    /// <param name="options">How to work; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The parallelism is not one of 1 to 64.</exception>
    public MigrationFanOut(ScriptSet scripts, FanOutOptions? options = null)
    {
        (_set, _options) = (scripts, options ?? new());
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Parallelism, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_options.Parallelism, FanOutOptions.ParallelismMax, nameof(options));
    }

    /// <summary>Applies to each target what is pending there.</summary>
    /// <param name="targets">The targets; enumerated once, by one thread at a time.</param>
    /// <param name="cancellationToken">Starts no more targets and takes running transactions back; their results still come, then it throws.</param>
    /// <returns>One result for each target that was begun, in the order in which they end.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled; all results have come.</exception>
    public IAsyncEnumerable<TargetResult> ApplyAsync(IEnumerable<MigrationTarget> targets, CancellationToken cancellationToken = default) =>
        RunAsync(
            targets,
            async (name, migrator, token) => new(name) { Run = await migrator.ApplyAsync(token).ConfigureAwait(false) },
            cancellationToken);

    /// <summary>Says of each target what <see cref="ApplyAsync"/> would do. Writes nothing.</summary>
    /// <param name="targets">The targets; enumerated once, by one thread at a time.</param>
    /// <param name="cancellationToken">Starts no more targets; the results of those begun still come, then it throws.</param>
    /// <returns>One result for each target that was begun, in the order in which they end.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled; all results have come.</exception>
    public IAsyncEnumerable<TargetResult> PlanAsync(IEnumerable<MigrationTarget> targets, CancellationToken cancellationToken = default) =>
        RunAsync(
            targets,
            async (name, migrator, token) => new(name) { Plan = await migrator.PlanAsync(token).ConfigureAwait(false) },
            cancellationToken);

    private async IAsyncEnumerable<TargetResult> RunAsync(
        IEnumerable<MigrationTarget> targets,
        Func<string, Migrator, CancellationToken, Task<TargetResult>> work,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var abandoned = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, abandoned.Token);
        using var queue = targets.GetEnumerator();
        var results = Channel.CreateBounded<TargetResult>(_options.Parallelism);
        var workers = new FanOutWorkers(queue, new FanOutWork(_set, _options, work), results.Writer);
        var working = workers.WorkAsync(_options.Parallelism, stop.Token, abandoned.Token);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return result;
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            // Whoever reads may go away before the end; then nobody is left to run for.
            await abandoned.CancelAsync().ConfigureAwait(false);
            await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
