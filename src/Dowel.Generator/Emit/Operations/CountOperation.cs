namespace Dowel.Generator;

/// <summary>Counts all rows.</summary>
internal sealed class CountOperation : Operation
{
    private readonly RepositoryScope _scope;
    private readonly MethodText _method;
    private readonly StatementModel _statement;
    private readonly string _query;

    /// <summary>Takes the repository.</summary>
    /// <param name="scope">The repository.</param>
    public CountOperation(RepositoryScope scope)
    {
        _scope = scope;
        _method = new($"{KnownTypes.ValueTask}<long>", "CountAsync", scope.OwnerArguments(), "Counts all rows.", "How many there are.");
        _query = scope.Names.Take("CountQuery");
        _statement = scope.Statement(_method.Name, "Count", sql => sql.Count(), scope.OwnerParameters) with { Results = new([new("", SimpleTypes.Int64)]) };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [_statement];

    /// <inheritdoc/>
    public override MethodText Text => _method;

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        _method.WriteExpression(code, $"_session.SingleAsync<{_query}, long>({_scope.NewWithOwner(_query)}, cancellationToken)");
        new CommandText(_query, _method.Arguments, "IQuery<long>", _statement.Field) { Guard = [.. _scope.Guard], Result = "long", Read = "row.GetInt64(0)" }.Write(code, _scope.OwnerValues, members);
    }
}
