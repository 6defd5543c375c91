using System.Text;
using Dowel.Migrations;

namespace Dowel.Cli;

/// <summary>The names of a folder's scripts without their texts, which may still be empty.</summary>
internal sealed class NamesSource(string folder) : IScriptSource
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("select 1;");

    /// <inheritdoc/>
    public string Name => folder;

    /// <inheritdoc/>
    public SourceFiles Load()
    {
        var found = new FolderSource(folder).Load();
        return found with { Files = [.. found.Files.Select(file => new ScriptFile(file.Name, file.Path, static () => new MemoryStream(Text, writable: false)))] };
    }
}
