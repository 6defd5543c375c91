using Dowel.Data;
using Dowel.Migrations;
using Microsoft.Extensions.Configuration;

namespace Dowel.Hosting;

/// <summary>What a service's code has said of a database, before its configuration is looked at.</summary>
/// <param name="name">The database's name; empty for the one without.</param>
/// <param name="section">Its section of the configuration; null where code sets the options.</param>
internal sealed class DatabasePlan(string name, IConfiguration? section)
{
    /// <summary>The database's name; empty for the one without.</summary>
    public string Name => name;

    /// <summary>What it is called in messages.</summary>
    public string Title => name.Length == 0 ? "database" : $"database '{name}'";

    /// <summary>Its section of the configuration; null where code sets the options.</summary>
    public IConfiguration? Section => section;

    /// <summary>What makes the engines.</summary>
    public List<Func<IServiceProvider, DatabaseProvider>> Providers { get; } = [];

    /// <summary>Where its scripts are.</summary>
    public List<IScriptSource> Sources { get; } = [];

    /// <summary>What the scripts' names do not say.</summary>
    public ScriptSetOptions? Scripts { get; set; }

    /// <summary>What makes the classes in the order of the scripts.</summary>
    public List<Func<IServiceProvider, ICodeMigration>> Code { get; } = [];

    /// <summary>Whether there is anything to migrate by.</summary>
    public bool HasMigrations => Sources.Count > 0 || Code.Count > 0;

    /// <summary>The full key of a setting, as it is to be found in the configuration.</summary>
    public string KeyOf(string setting) => section switch
    {
        IConfigurationSection { Path: var path } => $"{path}:{setting}",
        not null => setting,
        null => name.Length == 0 ? $"{nameof(DowelOptions)}.{setting}" : $"{nameof(DowelOptions)}.{setting} of the {Title}",
    };
}
