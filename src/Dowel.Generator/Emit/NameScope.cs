namespace Dowel.Generator;

/// <summary>Gives out names, each once.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = [];

    /// <summary>Takes the names that are not to be given out.</summary>
    /// <param name="taken">The names.</param>
    public NameScope(params IEnumerable<string> taken) => _taken.UnionWith(taken);

    /// <summary>Gives out a name.</summary>
    /// <param name="wanted">The name that would be best.</param>
    /// <returns>It, or it with a number behind it.</returns>
    public string Take(string wanted)
    {
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = wanted + number;
        }

        return name;
    }
}
