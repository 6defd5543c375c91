namespace Dowel.Generator;

/// <summary>Lists rows by how many come before them.</summary>
internal sealed class PageOperation : Operation
{
    private static readonly ArgumentText[] Values = [new("long", "limit", ""), new("long", "offset", "")];

    private readonly RepositoryScope _scope;
    private readonly MethodText _method;
    private readonly StatementModel _statement;
    private readonly string _query;

    /// <summary>Takes the repository.</summary>
    /// <param name="scope">The repository.</param>
    public PageOperation(RepositoryScope scope)
    {
        _scope = scope;
        _method = new(
            $"{KnownTypes.ValueTask}<{KnownTypes.Data}Page<{scope.Record.Name}>>",
            "ListAsync",
            scope.OwnerArguments(new ArgumentText($"{KnownTypes.Data}PageRequest", "page", "How many rows, and how many come before.")),
            "Lists a page of rows, found by how many come before it.",
            "The page.");
        _query = scope.Names.Take("ListQuery");
        _statement = scope.Statement(
            _method.Name,
            "List",
            sql => sql.ListPage(scope.Repository.Order),
            [.. Values.Select(value => new ParameterModel(value.Name, SimpleTypes.Int64)), .. scope.OwnerParameters]) with
        {
            Results = scope.Columns,
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [_statement];

    /// <inheritdoc/>
    public override MethodText Text => _method;

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        var result = _scope.Record.Name;
        _method.WriteBody(
            code,
            KnownTypes.ThrowIfNull("page"),
            $"var query = new {_query}({_scope.OwnerArgument}page.Limit + 1L, page.Offset);",
            $"var rows = await _session.ListAsync<{_query}, {result}>(query, cancellationToken){KnownTypes.Await};",
            $"long? total = page.CountTotal ? await CountAsync({_scope.OwnerArgument}cancellationToken){KnownTypes.Await} : null;",
            "return page.ToPage(rows, total);");
        new CommandText(_query, _scope.OwnerArguments(Values), $"IQuery<{result}>", _statement.Field) { Guard = [.. _scope.Guard], Result = result, Read = $"{_scope.Reader}(in row)" }
            .Write(code, [.. Values.Select(value => new BoundValue(SimpleTypes.Int64, value.Name, "")), .. _scope.OwnerValues], members);
    }
}
