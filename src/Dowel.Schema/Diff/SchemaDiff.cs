namespace Dowel.Schema;

/// <summary>Finds the way from one schema to another.</summary>
/// <remarks>
/// Pure, and the same for the same input. Both sides must have been read from the same engine: texts are compared as it prints them. Renames come
/// first, so every later step calls things by their new names. Then what goes, and what stands in the way of a change, is dropped; what a table
/// is rebuilt or a column changes under is made again afterwards, indexes and triggers of a rebuilt table with it.
/// </remarks>
internal static class SchemaDiff
{
    /// <summary>Compares two schemas.</summary>
    /// <param name="before">Where to start.</param>
    /// <param name="after">Where to arrive.</param>
    /// <param name="options">What the developer says beside the two.</param>
    /// <param name="engine">What the engine can change.</param>
    public static SchemaPlan Compare(DatabaseModel before, DatabaseModel after, DiffOptions options, ISchemaEngine engine)
    {
        var names = Renaming.Of(before, after, options, engine);
        var draft = new PlanDraft(names, options, engine);
        var dependents = new Dependents(names.Before, engine.AltersInPlace);
        RefuseCircles(draft);
        new ObjectDifferences(draft, dependents).Find();
        new TableDifferences(draft).Find();
        new Disturbance(draft, dependents).Spread();
        RefuseTaken(draft);
        return new(before, names.After, new PlanSteps(draft, before).Steps())
        {
            Losses = [.. draft.Losses.OrderBy(loss => loss.Word, StringComparer.Ordinal)],
            Obstacles = draft.Obstacles,
            Unused = names.Intents.Unused,
        };
    }

    // Which of the two is wanted nobody but the developer knows: that one takes the place of the other, or that it goes, as something left behind.
    private static void RefuseTaken(PlanDraft draft) => draft.Obstacles.AddRange(
        from rename in draft.Names.Intents.Taken
        from loss in draft.Losses
        where !loss.IsAllowed && loss.Key == (rename.From.Part is null ? rename.From : rename.To with { Part = rename.From.Part })
        select new PlanObstacle(
            rename.From,
            $"{rename.From} is not renamed to {rename.To.Path}, since that is there already with values of its own.",
            $"If it is to take that place, drop {rename.To.Path} in a migration before this one. If what is there stays and this goes: --allow {loss.Word}."));

    private static void RefuseCircles(PlanDraft draft) => draft.Obstacles.AddRange(draft.Names.Intents.Circular.Select(rename => new PlanObstacle(
        rename.From,
        $"{rename.From} cannot become {rename.To.Path}: renamings that each take another's name have no first one.",
        "Rename one of them to a name that nothing has, in a script before this one.")));
}
