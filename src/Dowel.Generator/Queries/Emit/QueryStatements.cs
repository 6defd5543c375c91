namespace Dowel.Generator;

/// <summary>Makes the statements of a method: one for each combination of its optional fragments.</summary>
/// <param name="repository">The repository.</param>
/// <param name="method">The method's position among those by hand.</param>
/// <param name="plan">Its fragments.</param>
internal sealed class QueryStatements(RepositoryModel repository, int method, QueryPlan plan)
{
    private MethodModel Method => repository.Methods[method];

    /// <summary>Makes the statements.</summary>
    /// <param name="field">The field that holds them.</param>
    /// <param name="results">The columns of their results; empty where they give no rows.</param>
    /// <param name="wrapping">What is put around the developer's text.</param>
    /// <returns>The statements in the order of their combinations.</returns>
    public IReadOnlyList<StatementModel> Make(string field, EquatableArray<ResultModel> results, QueryWrapping wrapping) =>
    [
        .. Enumerable.Range(0, 1 << plan.Conditions.Count).Select(combination => Make(combination, wrapping) with
        {
            Field = field,
            Results = results,
        }),
    ];

    private StatementModel Make(int combination, QueryWrapping wrapping)
    {
        var parameters = plan.ParametersOf(combination).Select(parameter => new ParameterModel(parameter.Name, parameter.Type!) { IsList = parameter.IsList });
        var sqlite = Render(plan.Sqlite, combination, wrapping);
        var postgres = Render(plan.Postgres, combination, wrapping);
        return new(Method.Name, "", sqlite.Text, postgres.Text)
        {
            Method = method,
            HasRowSecurity = Method.HasRowSecurity || (Method.Unowned is not null && repository.Record.Owner is { HasRowSecurity: true }),
            Parameters = parameters.Concat(wrapping.Parameters).ToEquatableArray(),
            SqliteMap = sqlite.Segments,
            PostgresMap = postgres.Segments,
        };
    }

    private RenderedQuery Render(QueryTemplate template, int combination, QueryWrapping wrapping)
    {
        var statement = new RenderedQuery();
        var isPostgres = template == plan.Postgres;
        var first = plan.ParametersOf(combination).Count + 1;
        statement.Append(wrapping.Before);
        plan.Render(template, repository.Record, combination, statement);
        statement.Append(wrapping.After(isPostgres, number => (isPostgres ? "$" : "?") + (first + number)));
        return statement;
    }
}
