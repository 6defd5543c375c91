using System.Text;
using Dowel.Migrations;

namespace Dowel.Schema.Tests;

/// <summary>Drafts of scripts as files in memory, as they would lie in a folder.</summary>
/// <param name="drafts">The drafts.</param>
internal sealed class DraftSource(IReadOnlyList<ScriptDraft> drafts) : IScriptSource
{
    public string Name => "memory";

    public SourceFiles Load() => new([.. drafts.Select((draft, index) => File($"V{index + 1:000}__step.sql", draft))], []);

    private static ScriptFile File(string name, ScriptDraft draft)
    {
        var text = string.Concat(draft.Statements.Select(statement => statement + ";\n"));
        return new(name, name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
    }
}
