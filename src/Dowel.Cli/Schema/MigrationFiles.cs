using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>Plans as the files of a folder of scripts: names, marks and texts. Pure.</summary>
/// <param name="naming">How the first of them is called.</param>
/// <param name="clock">Gives timestamps.</param>
internal sealed class MigrationFiles(ScriptNaming naming, TimeProvider clock)
{
    /// <summary>Whether the folder has a list in which scripts stand, by names without an engine's.</summary>
    public bool IsListed { get; init; }

    /// <summary>Whether the folder is for one engine, so that no name says which.</summary>
    public bool IsOfOneEngine { get; init; }

    /// <summary>Makes the files: what both engines begin with in one version, and what each does after that in further ones.</summary>
    /// <param name="description">What the migration does.</param>
    /// <param name="plans">What it does on each engine.</param>
    public IReadOnlyList<NewScriptFile> Of(string description, IReadOnlyList<EnginePlan> plans)
    {
        var files = new List<NewScriptFile>();
        var isShared = IsOfOneEngine || (plans.Count > 1 && plans.Select(plan => (DraftText.Of(plan.Up[0].Statements), plan.Up[0].IsTransactional, Down(plan))).Distinct().Count() == 1);
        foreach (var plan in isShared ? plans.Take(1) : plans)
        {
            files.AddRange(Version(naming, description, new(isShared ? null : plan.Dialect, plan.Up[0], plan.Down)));
        }

        var next = naming;
        foreach (var (plan, draft) in plans.SelectMany(plan => plan.Up.Skip(1).Select(draft => (plan, draft))))
        {
            next = next.Following(clock);
            var back = plan.Down is null ? null : new ScriptDraft(["-- Taken back by the version before it.\nselect 1"]);
            files.AddRange(Version(next, $"{description}_{draft.Suffix}", new(IsOfOneEngine ? null : plan.Dialect, draft, back)));
        }

        return files;
    }

    private static string Down(EnginePlan plan) => plan.Down is { } down ? $"{down.IsTransactional}{DraftText.Of(down.Statements)}" : "";

    private IEnumerable<NewScriptFile> Version(ScriptNaming version, string description, VersionText text)
    {
        var names = version.FilesOf(description, IsListed).Select(file => file.Name).ToList();
        if (version is { Layout: LayoutNames.Flyway or LayoutNames.Evolve, HasPairs: true })
        {
            names.Add('U' + names[0][1..]);
        }

        return names.Select(name => IsDown(name) ? (name, Text: text.Down is { } down ? Body(down) : null) : (name, Text: Up(text)))
            .Where(file => file.Text is not null).Select(file => new NewScriptFile(Marked(file.name, text.Dialect), file.Text!));
    }

    private string Up(VersionText text) => naming.Layout switch
    {
        LayoutNames.Goose => (text.Up.IsTransactional && text.Down?.IsTransactional != false ? "" : "-- +goose NO TRANSACTION\n")
            + $"-- +goose Up\n{Enclosed(text.Up)}{(text.Down is { } down ? $"\n-- +goose Down\n{Enclosed(down)}" : "")}",
        LayoutNames.Dbmate => $"-- migrate:up{Option(text.Up)}\n{DraftText.Of(text.Up.Statements)}"
            + (text.Down is { } down ? $"\n-- migrate:down{Option(down)}\n{DraftText.Of(down.Statements)}" : ""),
        _ => Body(text.Up),
    };

    private string Body(ScriptDraft draft) => (draft.IsTransactional ? "" : naming.Layout == LayoutNames.Sqlx ? "-- no-transaction\n" : DraftText.NoTransaction)
        + DraftText.Joined(draft.Statements, naming.Layout == LayoutNames.Drizzle ? "\n--> statement-breakpoint" : "");

    private static string Option(ScriptDraft draft) => draft.IsTransactional ? "" : " transaction:false";

    // Goose cuts at every semicolon that ends a line.
    private static string Enclosed(ScriptDraft draft) => DraftText.Of([.. draft.Statements.Select(statement => statement.Contains(';', StringComparison.Ordinal)
        ? $"-- +goose StatementBegin\n{statement};\n-- +goose StatementEnd"
        : statement)]).Replace("-- +goose StatementEnd;", "-- +goose StatementEnd", StringComparison.Ordinal);

    private string Marked(string name, string? dialect)
    {
        if (dialect is null)
        {
            return name;
        }

        return IsListed ? throw new CommandLineException(SchemaErrors.OneEngineAlone())
            : naming.HasEngineFolders ? $"{dialect}/{name}"
            : $"{name[..^".sql".Length]}.{dialect}.sql";
    }

    private static bool IsDown(string name) => Path.GetFileName(name) is var file
        && (file == "down.sql" || file.EndsWith(".down.sql", StringComparison.Ordinal) || (file[0] == 'U' && file.Contains("__", StringComparison.Ordinal)));
}
