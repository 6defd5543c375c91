namespace Dowel.Generator;

/// <summary>Finds what a method sends.</summary>
/// <param name="scope">The repository.</param>
/// <param name="method">The method's position among those by hand.</param>
/// <param name="plan">Its fragments.</param>
internal sealed class QuerySends(RepositoryScope scope, int method, QueryPlan plan)
{
    private const string Async = "Async";
    private static readonly ArgumentText Limit = new("long", "limit", "");
    private static readonly ArgumentText Offset = new("long", "offset", "");
    private readonly MethodModel _method = scope.Repository.Methods[method];

    /// <summary>Finds it.</summary>
    /// <returns>The statement; for a page also the one that counts; for a page by cursor that of the first one and that of the others.</returns>
    public IEnumerable<QuerySend> Make() => plan.Gives switch
    {
        QueryGives.Nothing or QueryGives.Affected or QueryGives.Changed => [Make("", null, QueryWrapping.None)],
        QueryGives.Page => [MakePage(), Make("Count", RowModel.Count, QueryWrapping.Count)],
        QueryGives.CursorPage => MakeCursorPage(CursorOrder.Of(_method, scope.Repository)!),
        _ => [Make("", _method.Result!.Row, QueryWrapping.None)],
    };

    private QuerySend MakePage() => Make("", _method.Result!.Row, QueryWrapping.Page, [Limit, Offset], _ => [Int64(Limit), Int64(Offset)]);

    private IEnumerable<QuerySend> MakeCursorPage(CursorOrder order)
    {
        var row = _method.Result!.Row;
        var after = new ArgumentText($"{KnownTypes.Data}CursorRow", "after", "");
        yield return Make("First", row, order.First, [Limit], _ => [Int64(Limit)]);
        yield return Make("After", row, order.After, [after, Limit], members => order.Columns.Select((column, i) => CursorCode.ValueAfter(column, i, members)).Append(Int64(Limit)));
    }

    private static BoundValue Int64(ArgumentText argument) => new(SimpleTypes.Int64, argument.Name, "");

    private QuerySend Make(
        string part, RowModel? row, QueryWrapping wrapping, IReadOnlyList<ArgumentText>? further = null, Func<MemberSet, IEnumerable<BoundValue>>? values = null)
    {
        var name = (_method.Name.EndsWith(Async, StringComparison.Ordinal) ? _method.Name.Substring(0, _method.Name.Length - Async.Length) : _method.Name) + part;
        var field = scope.Names.Take(name + (plan.Conditions.Count == 0 ? "Statement" : "Statements"));
        var results = (row?.Members ?? default).Select((member, i) => new ResultModel(member.Column, member.Type, row!.Form == RowForm.Record ? i : -1));
        var command = new QueryCommand(scope.Names.Take(name + (row is null ? "Command" : "Query")), field, plan, row)
        {
            IsGuarded = _method is { HasRowSecurity: true, Unowned: null },
            MayBeMissing = _method.Result!.Gives == QueryGives.OneOrNone,
            Further = further ?? [],
            FurtherValues = values ?? (_ => []),
        };
        return new(new QueryStatements(scope.Repository, method, plan).Make(field, results.ToEquatableArray(), wrapping), command);
    }
}
