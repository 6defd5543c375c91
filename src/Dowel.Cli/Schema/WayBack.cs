using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>What takes a migration back. Pure.</summary>
/// <remarks>What the migration itself has made goes, with the values that were put in since. Values that were there before it come back as they were, or there is no way back.</remarks>
/// <param name="plan">The migration.</param>
/// <param name="engine">Its engine.</param>
internal sealed class WayBack(SchemaPlan plan, ISchemaEngine engine)
{
    /// <summary>Why there is none; null where there is.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>Finds it.</summary>
    /// <param name="options">How the migration was planned.</param>
    /// <returns>One script; null where there is none.</returns>
    public ScriptDraft? Find(DiffOptions options)
    {
        var renames = plan.Changes.OfType<RenameObject>().Select(rename => new RenameIntent(rename.To, rename.From)).ToList();
        var first = SchemaDiff.Compare(plan.After, plan.Before, options with { Renames = renames, Allowed = new HashSet<string>() }, engine);
        var words = first.Losses.Select(loss => loss.Word).ToHashSet(StringComparer.Ordinal);
        Obstacle = plan.Losses.Count > 0 ? $"what goes by {plan.Losses[0].Word} does not come back."
            : first.Losses.FirstOrDefault(loss => !IsOwn(loss.Key)) is { } loss ? $"it would take values away by {loss.Word}."
            : first.Obstacles is [var obstacle, ..] ? obstacle.Problem
            : null;
        if (Obstacle is not null)
        {
            return null;
        }

        var back = SchemaDiff.Compare(plan.After, plan.Before, options with { Renames = renames, Allowed = words }, engine);
        var drafts = engine.Render(back);
        return new([.. drafts.SelectMany(draft => draft.Statements)]) { IsTransactional = drafts.All(draft => draft.IsTransactional) };
    }

    // The way back calls things as they were called before.
    private bool IsOwn(ObjectKey key) => plan.Before.Find(key.Table) is not { } table || (key.Kind == ObjectKind.Column && table.Find(key.Part!) is null);
}
