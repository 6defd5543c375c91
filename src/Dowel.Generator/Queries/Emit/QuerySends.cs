namespace Dowel.Generator;

/// <summary>Finds what a method sends.</summary>
/// <param name="repository">The repository.</param>
/// <param name="method">The method's position among those by hand.</param>
/// <param name="plan">Its fragments.</param>
/// <param name="names">The names in the repository.</param>
internal sealed class QuerySends(RepositoryModel repository, int method, QueryPlan plan, NameScope names)
{
    private const string Async = "Async";
    private readonly MethodModel _method = repository.Methods[method];

    /// <summary>Finds it.</summary>
    /// <returns>The rows' statement first, then the one that counts.</returns>
    public IEnumerable<QuerySend> Make()
    {
        switch (plan.Gives)
        {
            case QueryGives.Page:
                var page = Names.Identifier(_method.Parameters.First(parameter => parameter.Role == ParameterRole.Page).Name);
                yield return Make("", _method.Result!.Row, QueryWrapping.Page,
                [
                    ($"global::Dowel.Data.PageRequest {page}", page, ["parameters.Write(" + page + ".Limit + 1L);", "parameters.Write(" + page + ".Offset);"]),
                ]);
                yield return Make("Count", RowModel.Count, QueryWrapping.Count, []);
                break;
            case QueryGives.Nothing or QueryGives.Affected or QueryGives.Changed:
                yield return Make("", null, QueryWrapping.None, []);
                break;
            default:
                yield return Make("", _method.Result!.Row, QueryWrapping.None, []);
                break;
        }
    }

    private QuerySend Make(string part, RowModel? row, QueryWrapping wrapping, IReadOnlyList<(string, string, IReadOnlyList<string>)> further)
    {
        var name = _method.Name.EndsWith(Async, StringComparison.Ordinal) ? _method.Name.Substring(0, _method.Name.Length - Async.Length) : _method.Name;
        var field = names.Take(name + part + (plan.Conditions.Count == 0 ? "Statement" : "Statements"));
        var results = (row?.Members ?? default).Select((member, i) => new ResultModel(member.Column, member.Type, row!.Form == RowForm.Record ? i : -1));
        var statements = new QueryStatements(repository, method, plan).Make(field, results.ToEquatableArray(), wrapping);
        var command = new QueryCommand(names.Take(name + part + (row is null ? "Command" : "Query")), field, plan)
        {
            Row = row,
            MayBeMissing = _method.Result!.Gives == QueryGives.OneOrNone,
            Further = further,
        };
        return new(field, statements, command);
    }
}
