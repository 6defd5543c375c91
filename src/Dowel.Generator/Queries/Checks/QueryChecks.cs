namespace Dowel.Generator;

/// <summary>Finds what is wrong with a method's SQL, given the method.</summary>
/// <param name="source">The method and where it stands.</param>
/// <param name="plan">Its fragments.</param>
/// <param name="repository">Its repository.</param>
/// <param name="diagnostics">Where errors go.</param>
internal sealed class QueryChecks(QuerySource source, QueryPlan plan, RepositoryModel repository, DiagnosticList diagnostics)
{
    private const string Sqlite = "SQLite";
    private const string Postgres = "PostgreSQL";

    private MethodModel Method => source.Method;

    /// <summary>Looks at the texts.</summary>
    /// <param name="sqlite">SQLite's, with its places.</param>
    /// <param name="postgres">PostgreSQL's.</param>
    public void Check(QueryText sqlite, QueryText postgres)
    {
        new TextChecks(Method, plan, plan.Sqlite, sqlite, diagnostics).Check();
        if (plan.Sqlite.Words != SqlWords.Both)
        {
            new TextChecks(Method, plan, plan.Postgres, postgres, diagnostics).Check();
        }

        CheckUse();
        if (plan.Conditions.Count > QueryPlan.ConditionsMax)
        {
            Add(QueryErrors.TooManyFragments.Id, Method.Name, $"{QueryPlan.ConditionsMax}");
        }

        CheckRows(sqlite, postgres);
        new PageChecks(source, plan, repository, diagnostics).Check(sqlite, postgres);
    }

    /// <summary>Each parameter is in both engines' texts, and left out of both in the same cases: their numbers are the same.</summary>
    private void CheckUse()
    {
        for (var i = 0; i < Method.Parameters.Count; i++)
        {
            var parameter = Method.Parameters[i];
            if (parameter.Role != ParameterRole.Value)
            {
                continue;
            }

            var (sqlite, postgres) = (Use(parameter, plan.Sqlite), Use(parameter, plan.Postgres));
            if (sqlite.Length == 0 || sqlite != postgres)
            {
                var lacking = sqlite == postgres ? "the SQL" : $"the SQL for {(sqlite.Length == 0 ? Sqlite : Postgres)}";
                diagnostics.Add(QueryErrors.UnusedParameter.Id, source.Parameters[i], parameter.Name, Method.Name, lacking);
            }
        }
    }

    private string Use(MethodParameterModel parameter, QueryTemplate template) =>
        plan.ConditionsOf(parameter.Name, [template]) is { } conditions ? string.Join(" ", conditions) : "always";

    private void CheckRows(QueryText sqlite, QueryText postgres)
    {
        if (plan.Sqlite.Shape.Verb.Length == 0 || plan.Postgres.Shape.Verb.Length == 0)
        {
            var (engine, property) = plan.Sqlite.Shape.Verb.Length == 0 ? (Sqlite, nameof(Sqlite)) : (Postgres, "Postgres");
            Add(QueryErrors.NoSql.Id, Method.Name, engine, property);
            return;
        }

        if (Method.Result!.Gives != QueryGives.Nothing && plan.Sqlite.Shape.GivesRows != plan.Postgres.Shape.GivesRows)
        {
            var (with, without) = plan.GivesRows ? (Sqlite, Postgres) : (Postgres, Sqlite);
            var place = plan.GivesRows ? VerbOf(plan.Postgres, postgres) : VerbOf(plan.Sqlite, sqlite);
            diagnostics.Add(QueryErrors.EnginesDiffer.Id, place, Method.Name, with, without);
        }
        else if (!plan.GivesRows && plan.Gives > QueryGives.Changed)
        {
            diagnostics.Add(QueryErrors.NoRows.Id, VerbOf(plan.Sqlite, sqlite), Method.Name, Method.Returns.Replace("global::", ""), plan.Sqlite.Shape.Verb);
        }
    }

    /// <summary>Looks whether the engines can say which tables the texts reach, where some tables have owners.</summary>
    /// <param name="sqlite">SQLite's text, with its places.</param>
    /// <param name="postgres">PostgreSQL's.</param>
    public void CheckVerbs(QueryText sqlite, QueryText postgres)
    {
        var unknown = new[] { (plan.Sqlite, sqlite), (plan.Postgres, postgres) }.Where(each => !each.Item1.Shape.IsKnown).ToList();
        if (Method.Unowned is null && unknown.Count > 0)
        {
            var (template, text) = unknown[0];
            diagnostics.Add(OwnershipErrors.Verb.Id, VerbOf(template, text), Method.Name, template.Shape.Verb);
        }
    }

    // The word may be misspelt, so that it is what is shown.
    private static LocationSnapshot VerbOf(QueryTemplate template, QueryText text) => text.Locate(template.Shape.VerbAt, template.Shape.Verb.Length);

    private void Add(string code, params string[] arguments) => diagnostics.Add(code, source.Place, arguments);
}
