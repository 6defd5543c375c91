namespace Dowel.Generator;

/// <summary>Finds what is wrong with a method that gives pages.</summary>
/// <param name="source">The method and where it stands.</param>
/// <param name="plan">Its fragments.</param>
/// <param name="repository">Its repository.</param>
/// <param name="diagnostics">Where errors go.</param>
internal sealed class PageChecks(QuerySource source, QueryPlan plan, RepositoryModel repository, DiagnosticList diagnostics)
{
    private MethodModel Method => source.Method;

    /// <summary>Looks at the method and its texts.</summary>
    /// <param name="sqlite">SQLite's, with its places.</param>
    /// <param name="postgres">PostgreSQL's.</param>
    public void Check(QueryText sqlite, QueryText postgres)
    {
        CheckRequest(ParameterRole.Page, QueryGives.Page, "PageRequest", "Page<T>");
        CheckRequest(ParameterRole.Cursor, QueryGives.CursorPage, "CursorRequest", "CursorPage<T>");
        CheckOrderBy();
        CheckOrder(plan.Sqlite, sqlite);
        if (plan.Sqlite.Words != SqlWords.Both)
        {
            CheckOrder(plan.Postgres, postgres);
        }
    }

    private void CheckRequest(ParameterRole role, QueryGives gives, string request, string result)
    {
        var requests = Method.Parameters.Count(parameter => parameter.Role == role);
        if (requests != (Method.Result!.Gives == gives ? 1 : 0))
        {
            Add(QueryErrors.PageRequest.Id, source.Place, Method.Name, Method.Result.Gives == gives ? $"one {request}" : $"to return {result}");
        }
    }

    private void CheckOrderBy()
    {
        if (Method.Result!.Gives != QueryGives.CursorPage)
        {
            if (Method.OrderBy.Count > 0)
            {
                Add(QueryErrors.CursorOrder.Id, source.Place, Method.Name, "has an OrderBy and gives no pages by cursor: what else it gives is ordered by its SQL");
            }
        }
        else if (CursorOrder.Of(Method, repository) is null)
        {
            var problem = Method.OrderBy.Count == 0 ? "gives pages by cursor and does not say their order" : "is ordered by what its rows do not have as such a member";
            Add(QueryErrors.CursorOrder.Id, source.Place, Method.Name, problem);
        }
    }

    private void CheckOrder(QueryTemplate template, QueryText text)
    {
        var shape = template.Shape;
        if (Method.Result!.Gives is QueryGives.Page or QueryGives.CursorPage && shape.LimitAt >= 0)
        {
            Add(QueryErrors.PageOrder.Id, text.Locate(shape.LimitAt, 5), Method.Name, "limits its rows itself. Take the limit away: the request has one");
        }

        if (Method.Result.Gives == QueryGives.CursorPage && shape.OrderAt >= 0)
        {
            Add(QueryErrors.PageOrder.Id, text.Locate(shape.OrderAt, 5), Method.Name, "orders its rows itself. Say the order in OrderBy, which a cursor can follow");
        }

        if (Method.Result.Gives == QueryGives.Page && shape.OrderAt < 0 && shape.Verb.Length > 0)
        {
            Add(QueryErrors.PageOrder.Id, source.Place, Method.Name, "does not order its rows, so that a row can be on two pages or on none. Add 'order by' with columns that no two rows share");
        }
    }

    private void Add(string code, LocationSnapshot place, params string[] arguments) => diagnostics.Add(code, place, arguments);
}
