using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Names that nothing in a plan has, before or after. Pure.</summary>
internal sealed class SqliteFreeNames
{
    private readonly HashSet<string> _taken;

    /// <summary>Looks at the names of a plan.</summary>
    public SqliteFreeNames(SchemaPlan plan)
    {
        _taken = plan.Before.All.Concat(plan.After.All).SelectMany(each => (string?[])[each.Key.Name, each.Key.Part]).OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Guard = "dowel_guard";
        while (_taken.Contains(Guard))
        {
            Guard += "_";
        }
    }

    /// <summary>What the temporary table is called that makes a script fail; a table without a schema's name before it must not be this one.</summary>
    public string Guard { get; }

    /// <summary>What a table is called until it can have its own name.</summary>
    public string Meanwhile(string table)
    {
        var name = $"new_{table}";
        while (_taken.Contains(name))
        {
            name = $"new_{name}";
        }

        return name;
    }
}
