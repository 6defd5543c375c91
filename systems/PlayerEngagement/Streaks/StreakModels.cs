using System.Text.Json.Nodes;

namespace PlayerEngagement;

/// <summary>The streak models that policies can name.</summary>
/// <param name="models">The models; of two with one name the later counts.</param>
internal sealed class StreakModels(IEnumerable<IStreakModel> models)
{
    // What the column model_state says besides the model's own memory.
    private const string ModelMember = "model";

    private readonly Dictionary<string, IStreakModel> _models =
        models.GroupBy(model => model.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);

    /// <summary>Their names, in order.</summary>
    public IEnumerable<string> Names => _models.Keys.Order(StringComparer.Ordinal);

    /// <summary>Finds a model.</summary>
    public IStreakModel? Find(string name) => _models.GetValueOrDefault(name);

    /// <summary>Takes a player's streak on by one claim.</summary>
    /// <returns>How it stands now; its memory has the model's name.</returns>
    public StreakStep Advance(UserFacts facts, StreakRules? rules, StreakVisit visit)
    {
        var name = rules?.Model ?? ConsecutiveStreak.ModelName;
        var model = Find(name) ?? throw new InvalidOperationException($"The active policy names the streak model '{name}', which this process does not have.");
        var isOwn = facts.ModelState?[ModelMember]?.ToString() == name;
        var memory = isOwn ? (JsonObject)facts.ModelState!.DeepClone() : [];
        memory.Remove(ModelMember);
        var step = model.Advance(new(facts.CurrentStreak, facts.GraceUsed, memory), visit);
        var noted = new JsonObject { [ModelMember] = name };
        foreach (var (member, value) in step.Memory)
        {
            noted[member] = value?.DeepClone();
        }

        return step with { Memory = noted };
    }
}
