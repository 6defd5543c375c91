using Dowel.Migrations;

namespace Dowel.Defects;

/// <summary>The databases of the correct statements.</summary>
public sealed class CorrectDatabases : IAsyncLifetime
{
    private readonly Dictionary<string, Checker> _checkers = [];

    internal Checker Of(string engine) => _checkers[engine];

    public async ValueTask InitializeAsync()
    {
        foreach (var engine in Checker.Engines)
        {
            _checkers[engine] = await Checker.OpenAsync(engine, new FolderSource(Path.Join(AppContext.BaseDirectory, "Correct", "Migrations")));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var checker in _checkers.Values)
        {
            await checker.DisposeAsync();
        }
    }
}
