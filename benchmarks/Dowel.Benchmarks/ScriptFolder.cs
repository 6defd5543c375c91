using System.Globalization;
using System.Text;
using Dowel.Migrations;

namespace Dowel.Benchmarks;

/// <summary>A folder of generated scripts of two statements, gone when it is disposed.</summary>
internal sealed class ScriptFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dowel-bench-");
    private readonly StringBuilder _all = new();

    /// <summary>Writes the scripts.</summary>
    /// <param name="count">How many.</param>
    /// <param name="extra">What the middle one has besides; empty for nothing.</param>
    public ScriptFolder(int count, string extra = "")
    {
        var scripts = new SampleScripts(count);
        for (var i = 1; i <= count; i++)
        {
            var text = scripts.Text(i) + (i == count / 2 ? extra : "");
            File.WriteAllText(System.IO.Path.Combine(Path, string.Create(CultureInfo.InvariantCulture, $"V{i:00000}__t{i}.sql")), text);
            _all.Append("begin;\n").Append(text).Append("commit;\n");
        }
    }

    /// <summary>Where they are.</summary>
    public string Path => _folder.FullName;

    /// <summary>All of them in one text, each in a transaction.</summary>
    public string Concatenated => _all.ToString();

    /// <summary>Loads them as a service does when it starts.</summary>
    public ScriptSet Load(Engine engine) => ScriptSetLoader.Load([new FolderSource(Path)], engine.Dialect);

    /// <summary>Brings a database up to date, from the disk on.</summary>
    public async Task<int> UpAsync(Engine engine, TestDatabase target)
    {
        await using var database = target.Open();
        return (await new Migrator(database, Load(engine)).ApplyAsync()).Applied.Count;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
