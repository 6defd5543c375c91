namespace Dowel.Schema;

/// <summary>The way from one schema to another. A value: nothing has been done.</summary>
public sealed class SchemaComparison
{
    private readonly SchemaPlan _plan;
    private readonly ISchemaEngine _engine;

    internal SchemaComparison(SchemaPlan plan, ISchemaEngine engine) => (_plan, _engine) = (plan, engine);

    /// <summary>Whether there is no difference.</summary>
    public bool IsSame => _plan.IsEmpty;

    /// <summary>The steps in words: <c>add column users.email</c>.</summary>
    public IReadOnlyList<string> Changes => [.. _plan.Changes.Select(ChangeWords.Of)];

    /// <summary>What would be lost and is not allowed, each as the word that allows it: <c>drop-column:users.name</c>.</summary>
    public IReadOnlyList<string> Losses => [.. _plan.Losses.Where(loss => !loss.IsAllowed).Select(loss => loss.Word)];

    /// <summary>What cannot be done, each with what to do about it.</summary>
    public IReadOnlyList<string> Obstacles => [.. _plan.Obstacles.Select(obstacle => $"{obstacle.Problem} {obstacle.Remedy}")];

    /// <summary>Whether it can be carried out: nothing is lost that is not allowed, and nothing is in the way.</summary>
    public bool IsAllowed => Losses.Count == 0 && _plan.Obstacles.Count == 0;

    /// <summary>The statements in their order, in the forms that lock least, with remarks where a script of its own begins; empty where there is no difference.</summary>
    /// <exception cref="InvalidOperationException">It is not <see cref="IsAllowed"/>.</exception>
    public string ToSql() => DraftText.Of(Drafts());

    /// <summary>The same as scripts, each of which is to be a version of its own, in this order: what must not share a transaction with the rest stands by itself. Nothing has been tried.</summary>
    /// <exception cref="InvalidOperationException">It is not <see cref="IsAllowed"/>.</exception>
    public IReadOnlyList<SchemaScript> ToScripts() =>
        [.. Drafts().Select(draft => new SchemaScript(draft.Suffix, (draft.IsTransactional ? "" : DraftText.NoTransaction) + DraftText.Of(draft.Statements)))];

    /// <summary>The same as JSON, with the scripts where it is <see cref="IsAllowed"/>.</summary>
    public string ToJson() => PlanJson.Write(_plan, IsAllowed ? _engine.Render(_plan) : [], new Dictionary<string, long>(), new([]) { Unmeasured = "A comparison from code runs nothing." });

    private IReadOnlyList<ScriptDraft> Drafts() => IsAllowed
        ? _engine.Render(_plan)
        : throw new InvalidOperationException($"The schemas differ in what cannot be written: {string.Join("; ", Losses.Concat(Obstacles))}");
}
