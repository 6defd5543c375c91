namespace Dowel.Data;

/// <summary>An engine as a host knows it: by name, and able to open databases from settings.</summary>
/// <remarks>One for each engine, in the engine's own package. May be called from any thread.</remarks>
public abstract class DatabaseProvider
{
    /// <summary>Engines are Dowel's own.</summary>
    protected DatabaseProvider()
    {
    }

    /// <summary>What a configuration calls it: <c>sqlite</c>, <c>postgres</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the host has given it connections of its own, so that it needs no connection string.</summary>
    public virtual bool HasConnections => false;

    /// <summary>Looks at settings without opening anything.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>What keeps them from being used, as a sentence without a value of theirs; null for nothing.</returns>
    public abstract string? FindMistake(DatabaseSettings settings);

    /// <summary>Says what telemetry calls a database: the file, or the server's name for it with the schema, <c>app.billing</c>.</summary>
    /// <param name="settings">Settings without a mistake.</param>
    /// <returns>OpenTelemetry's <c>db.namespace</c>.</returns>
    public abstract string NamespaceOf(DatabaseSettings settings);

    /// <summary>Opens a database; connections are made when they are first needed.</summary>
    /// <param name="settings">Settings without a mistake.</param>
    /// <returns>The database, which is the caller's to dispose of.</returns>
    public abstract Database Open(DatabaseSettings settings);
}
