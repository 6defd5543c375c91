using System.Text;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>A .sql file that describes a schema as a whole, as a set of one script.</summary>
/// <remarks>Its lines about new names are the comparison's affair, so that the script has none.</remarks>
/// <param name="path">The file.</param>
internal sealed class SqlFileSource(string path) : IScriptSource
{
    /// <inheritdoc/>
    public string Name => path;

    /// <summary>What the file says about new names.</summary>
    public IReadOnlyList<RenameLine> Renames => RenameLine.Find(path, File.ReadAllText(path));

    /// <summary>How such a file is read: its own name says nothing, so that the run's layout does not count.</summary>
    public static ScriptSetOptions Options(ScriptSetOptions options) => options with { Layout = LayoutNames.Sequential };

    /// <inheritdoc/>
    public SourceFiles Load() => new([new ScriptFile("1_schema.sql", path, Open)], []);

    private MemoryStream Open()
    {
        // An empty file is an empty schema; a script of nothing would be a mistake.
        var text = RenameLine.Blank(File.ReadAllText(path));
        return new(Encoding.UTF8.GetBytes(string.IsNullOrWhiteSpace(text) ? "select 1;" : text), writable: false);
    }
}
