using System.Text;

namespace Dowel.Migrations.Tests;

/// <summary>Files that exist in memory only.</summary>
internal sealed class MemorySource(params (string Name, byte[] Bytes)[] files) : IScriptSource
{
    public string Name => "memory";

    public static MemorySource Of(params string[] names) =>
        new(Array.ConvertAll(names, name => (name, Encoding.UTF8.GetBytes($"select '{name}';"))));

    public static MemorySource Text(string name, string text) => new((name, Encoding.UTF8.GetBytes(text)));

    public SourceFiles Load()
    {
        var all = files.Select(file => new ScriptFile(file.Name, file.Name, () => new MemoryStream(file.Bytes))).ToList();
        return new(all.FindAll(IsScript), []) { Companions = all.FindAll(file => !IsScript(file) && CompanionName.Counts(file.Name)) };
    }

    private static bool IsScript(ScriptFile file) => file.Name.EndsWith(".sql", StringComparison.OrdinalIgnoreCase);
}
