using Dowel.Migrations;

namespace Dowel.Defects;

/// <summary>The databases of a system, made once for all of its mistakes.</summary>
public sealed class DefectDatabases : IAsyncDisposable
{
    private readonly Dictionary<string, Checker> _checkers = [];

    internal Checker Of(string engine) => _checkers[engine];

    public async Task OpenAsync(SystemSource system)
    {
        foreach (var engine in Checker.Engines.Except(_checkers.Keys))
        {
            _checkers[engine] = await Checker.OpenAsync(engine, new FolderSource(Path.Join(system.Folder, "Migrations")));
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
