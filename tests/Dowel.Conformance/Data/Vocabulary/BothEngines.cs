using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>A database on each engine, for tests that compare them.</summary>
public sealed class BothEngines : IAsyncLifetime
{
    private readonly List<TestDatabase> _targets = [];
    private readonly List<Database> _databases = [];

    /// <summary>SQLite first.</summary>
    public IReadOnlyList<Database> Databases => _databases;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (var engine in new[] { Engine.Sqlite, Engine.Postgres })
        {
            _targets.Add(await engine.CreateAsync());
            _databases.Add(_targets[^1].OpenData());
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }

        foreach (var target in _targets)
        {
            await target.DisposeAsync();
        }
    }
}
