namespace Dowel.Chaos;

/// <summary>Counts the calls to a database and does something behind each one.</summary>
/// <remarks>The moment behind a call is, for the database, the moment before the next one.</remarks>
internal sealed class Boundaries(Func<int, Task> behind)
{
    private int _passed;

    /// <summary>How many calls have come back.</summary>
    public int Passed => _passed;

    /// <summary>The name of the last call.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Makes a call and passes the boundary behind it.</summary>
    public async Task<T> CallAsync<T>(string name, Task<T> call)
    {
        var result = await call;
        await PassAsync(name);
        return result;
    }

    /// <summary>Makes a call and passes the boundary behind it.</summary>
    public async Task CallAsync(string name, Task call)
    {
        await call;
        await PassAsync(name);
    }

    private Task PassAsync(string name)
    {
        Last = name;
        return behind(Interlocked.Increment(ref _passed));
    }
}
