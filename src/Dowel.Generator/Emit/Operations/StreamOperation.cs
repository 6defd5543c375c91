namespace Dowel.Generator;

/// <summary>Gives all rows one by one.</summary>
internal sealed class StreamOperation : Operation
{
    private readonly RepositoryScope _scope;
    private readonly MethodText _method;
    private readonly StatementModel _statement;
    private readonly string _query;

    /// <summary>Takes the repository.</summary>
    /// <param name="scope">The repository.</param>
    public StreamOperation(RepositoryScope scope)
    {
        _scope = scope;
        _method = new(
            $"{KnownTypes.AsyncEnumerable}<{scope.Record.Name}>",
            "StreamAsync",
            scope.OwnerArguments(),
            "Gives all rows one by one, in the order of lists.",
            "The rows; a connection is held from the first to the last.");
        _query = scope.Names.Take("StreamQuery");
        _statement = scope.Statement(_method.Name, "Stream", sql => sql.List(scope.Repository.Order), scope.OwnerParameters) with { Results = scope.Columns };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [_statement];

    /// <inheritdoc/>
    public override MethodText Text => _method;

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        var result = _scope.Record.Name;
        _method.WriteExpression(code, $"_session.StreamAsync<{_query}, {result}>({_scope.NewWithOwner(_query)}, cancellationToken)");
        new CommandText(_query, _method.Arguments, $"IQuery<{result}>", _statement.Field) { Guard = [.. _scope.Guard], Result = result, Read = $"{_scope.Reader}(in row)" }
            .Write(code, _scope.OwnerValues, members);
    }
}
