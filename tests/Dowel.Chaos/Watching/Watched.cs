using System.Reflection;
using Dowel.Migrations;

namespace Dowel.Chaos;

/// <summary>An engine whose calls are boundaries, whatever calls it comes to have.</summary>
/// <typeparam name="T">The interface: of a database, a connection for scripts, or a lock.</typeparam>
public class Watched<T> : DispatchProxy
    where T : class
{
    private T _inner = null!;
    private Boundaries _boundaries = null!;

    /// <summary>Puts boundaries around an object and around all that it hands out.</summary>
    internal static T Around(T inner, Boundaries boundaries)
    {
        var proxy = Create<T, Watched<T>>();
        var watched = (Watched<T>)(object)proxy;
        (watched._inner, watched._boundaries) = (inner, boundaries);
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var name = targetMethod!.Name;
        return targetMethod.Invoke(_inner, BindingFlags.DoNotWrapExceptions, null, args, null) switch
        {
            Task<IScriptConnection?> call => HandOutAsync(name, call),
            Task<IAsyncDisposable?> call => HandOutAsync(name, call),
            Task<History> call => _boundaries.CallAsync(name, call),
            Task<bool> call => _boundaries.CallAsync(name, call),
            Task<StatementFailure?> call => _boundaries.CallAsync(name, call),
            Task<ProbeOutcome> call => _boundaries.CallAsync(name, call),
            Task call when targetMethod.ReturnType == typeof(Task) => _boundaries.CallAsync(name, call),
            ValueTask call => new ValueTask(_boundaries.CallAsync(name, call.AsTask())),
            var other => other,
        };
    }

    private async Task<TPart?> HandOutAsync<TPart>(string name, Task<TPart?> call)
        where TPart : class =>
        await _boundaries.CallAsync(name, call) is { } part ? Watched<TPart>.Around(part, _boundaries) : null;
}
