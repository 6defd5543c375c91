using System.Text;
using Dowel.Migrations;
using Dowel.Postgres;

namespace Dowel.Schema.Tests;

/// <summary>Drafts of scripts as the files that <c>dowel add</c> writes, and applied as <c>dowel up</c> does.</summary>
/// <param name="drafts">The drafts.</param>
internal sealed class PostgresFolder(IReadOnlyList<ScriptDraft> drafts) : IScriptSource
{
    public string Name => "memory";

    public SourceFiles Load() => new([.. drafts.Select((draft, index) => File($"V{index + 1:000}__step{draft.Suffix}.postgres.sql", draft))], []);

    /// <summary>Applies them.</summary>
    public static async Task ApplyAsync(Scratch scratch, IReadOnlyList<ScriptDraft> drafts)
    {
        var set = ScriptSetLoader.Load([new PostgresFolder(drafts)], new PostgresDialect());
        await new Migrator(scratch.Migrated, set).ApplyAsync(TestContext.Current.CancellationToken);
    }

    private static ScriptFile File(string name, ScriptDraft draft)
    {
        var text = (draft.IsTransactional ? "" : "-- dowel: transaction=none\n") + string.Concat(draft.Statements.Select(statement => $"{statement};\n"));
        return new(name, name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
    }
}
