namespace Dowel.Generator;

/// <summary>Lists the rows that follow a place.</summary>
internal sealed class CursorOperation : Operation
{
    private readonly RepositoryScope _scope;
    private readonly MethodText _method;
    private readonly StatementModel _first;
    private readonly StatementModel _after;
    private readonly (string First, string After) _queries;
    private readonly string _place;

    /// <summary>Takes the repository.</summary>
    /// <param name="scope">The repository; its record has a key.</param>
    public CursorOperation(RepositoryScope scope)
    {
        _scope = scope;
        _method = new(
            $"{KnownTypes.ValueTask}<{KnownTypes.Data}CursorPage<{scope.Record.Name}>>",
            "ListAsync",
            scope.OwnerArguments(new ArgumentText($"{KnownTypes.Data}CursorRequest", "page", "How many rows, and the place that they follow.")),
            "Lists a page of rows, found by the place that it follows.",
            "The rows, and the place after them.");
        _queries = (scope.Names.Take("ListFirstQuery"), scope.Names.Take("ListAfterQuery"));
        _place = scope.Names.Take("PlaceOf");
        var limit = new ParameterModel("limit", SimpleTypes.Int64);
        _first = scope.Statement(_method.Name, "ListFirst", sql => sql.ListFirst(Order), [limit, .. scope.OwnerParameters]) with { Results = scope.Columns };
        _after = scope.Statement(_method.Name, "ListAfter", sql => sql.ListAfter(Order), [.. RepositoryScope.Parameters(Columns), limit, .. scope.OwnerParameters]) with
        {
            Results = scope.Columns,
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [_first, _after];

    private EquatableArray<OrderModel> Order => _scope.Repository.Order;

    private IReadOnlyList<ColumnModel> Columns => [.. Order.Select(each => _scope.Record.Columns[each.Column])];

    private string List => CursorCode.List(_scope.Repository.Name, _method.Name, new KeysetSql(_scope.Record, Order, isPostgres: false));

    /// <inheritdoc/>
    public override MethodText Text => _method;

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        WriteMethod(code);
        CursorCode.WritePlace(code, $"{_place}({_scope.Item.Declaration})", List, _scope.RowValues(Columns), members);
        ArgumentText limit = new("long", "limit", "");
        ArgumentText after = new($"{KnownTypes.Data}CursorRow", "after", "");
        var command = new CommandText(_queries.First, _scope.OwnerArguments(limit), $"IQuery<{_scope.Record.Name}>", _first.Field)
        {
            Guard = [.. _scope.Guard],
            Result = _scope.Record.Name,
            Read = $"{_scope.Reader}(in row)",
        };
        var last = new BoundValue(SimpleTypes.Int64, "limit", "");
        command.Write(code, [last, .. _scope.OwnerValues], members);
        (command with { Name = _queries.After, Arguments = _scope.OwnerArguments(after, limit), Statement = _after.Field })
            .Write(code, Columns.Select((column, index) => CursorCode.ValueAfter(column, index, members)).Append(last).Concat(_scope.OwnerValues), members);
    }

    private void WriteMethod(CodeWriter code)
    {
        var result = _scope.Record.Name;
        _method.WriteBody(
            code,
            [
                KnownTypes.ThrowIfNull("page"),
                "var rows = page.After is { } after",
                $"    ? await _session.ListAsync<{_queries.After}, {result}>(",
                $"        new {_queries.After}({_scope.OwnerArgument}{KnownTypes.Data}CursorRow.Parse(after, {List}, {Order.Count}), page.Limit + 1L), cancellationToken){KnownTypes.Await}",
                $"    : await _session.ListAsync<{_queries.First}, {result}>(new {_queries.First}({_scope.OwnerArgument}page.Limit + 1L), cancellationToken){KnownTypes.Await};",
                .. CursorCode.Cut("rows", "page", _place),
            ]);
    }
}
