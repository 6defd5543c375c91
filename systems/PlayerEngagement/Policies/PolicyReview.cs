namespace PlayerEngagement;

/// <summary>Looks for what is wrong with a policy before it is published. Pure.</summary>
/// <param name="models">The streak models that there are.</param>
internal sealed class PolicyReview(StreakModels models)
{
    private const long BaseXpMax = 1_000_000_000;
    private const int PercentMax = 100_000;
    private const int GraceDaysMax = 365;

    /// <summary>All mistakes, each with its place in the document.</summary>
    public IReadOnlyList<string> Find(PolicyDefinition policy) =>
    [
        .. FindInTerms("", new(policy.BaseXp, policy.GraceDays, policy.Curve)),
        .. FindInStreak(policy.Streak),
        .. (policy.Seasons ?? []).Contains(null!) ? ["seasons: a season is null"] : FindInSeasons(policy.Seasons ?? []),
        .. (policy.Segments ?? new Dictionary<string, PolicyOverride>(StringComparer.Ordinal)).SelectMany(segment =>
            string.IsNullOrWhiteSpace(segment.Key) ? ["segments: a segment has no key"] : FindInTerms($"segments.{segment.Key}.", segment.Value)),
    ];

    private static IEnumerable<string> FindInTerms(string place, PolicyOverride? terms)
    {
        if (terms?.BaseXp is < 1 or > BaseXpMax)
        {
            yield return $"{place}baseXp is from 1 to {BaseXpMax}";
        }

        if (terms?.GraceDays is < 0 or > GraceDaysMax)
        {
            yield return $"{place}graceDays is from 0 to {GraceDaysMax}";
        }

        var before = 0;
        foreach (var step in terms?.Curve ?? [])
        {
            // Readers of JSON put nulls where the type has none.
            if (step is null)
            {
                yield return $"{place}curve: a step is null";
                continue;
            }

            if (step.FromDay <= before)
            {
                yield return $"{place}curve: fromDay rises from step to step, and starts with 1 or more";
            }

            if (step.Percent is < 1 or > PercentMax)
            {
                yield return $"{place}curve: percent is from 1 to {PercentMax}";
            }

            before = step.FromDay;
        }
    }

    private IEnumerable<string> FindInStreak(StreakRules? rules)
    {
        var name = rules?.Model ?? ConsecutiveStreak.ModelName;
        return models.Find(name) is { } model
            ? model.Check(rules?.Options).Select(mistake => $"streak.options: {mistake}")
            : [$"streak.model: there is none called '{name}'; there are {string.Join(", ", models.Names)}"];
    }

    private static IEnumerable<string> FindInSeasons(IReadOnlyList<Season> seasons)
    {
        for (var i = 0; i < seasons.Count; i++)
        {
            var season = seasons[i];
            if (string.IsNullOrWhiteSpace(season.Id))
            {
                yield return "seasons: a season has no id";
            }

            if (season.Through < season.From)
            {
                yield return $"seasons.{season.Id}: it ends before it begins";
            }

            foreach (var earlier in seasons.Take(i))
            {
                if (earlier.Id == season.Id)
                {
                    yield return $"seasons.{season.Id}: the id is there twice";
                }
                else if (earlier.From <= season.Through && season.From <= earlier.Through)
                {
                    yield return $"seasons.{season.Id}: it overlaps {earlier.Id}";
                }
            }

            foreach (var mistake in FindInTerms($"seasons.{season.Id}.", season.Overrides))
            {
                yield return mistake;
            }
        }
    }
}
