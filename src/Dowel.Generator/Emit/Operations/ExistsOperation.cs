namespace Dowel.Generator;

/// <summary>Tells whether a row is there.</summary>
internal sealed class ExistsOperation : Operation
{
    private readonly RepositoryScope _scope;
    private readonly IReadOnlyList<ColumnModel> _key;
    private readonly MethodText _method;
    private readonly StatementModel _statement;
    private readonly string _query;

    /// <summary>Takes the repository.</summary>
    /// <param name="scope">The repository; its record has a key.</param>
    public ExistsOperation(RepositoryScope scope)
    {
        _scope = scope;
        _key = scope.Free(scope.Record.Key);
        _method = new(
            $"{KnownTypes.ValueTask}<bool>", "ExistsAsync", scope.OwnerArguments(RepositoryScope.Arguments(_key)), "Tells whether a row is there.", "True if it is.");
        _query = scope.Names.Take("ExistsQuery");
        _statement = scope.Statement(_method.Name, "Exists", sql => sql.Exists(), [.. RepositoryScope.Parameters(_key), .. scope.OwnerParameters]) with
        {
            Results = new([new("", SimpleTypes.Boolean)]),
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [_statement];

    /// <inheritdoc/>
    public override MethodText Text => _method;

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        var values = string.Join(", ", _method.Arguments.Select(argument => argument.Identifier));
        _method.WriteExpression(code, $"_session.SingleAsync<{_query}, bool>(new {_query}({values}), cancellationToken)");
        new CommandText(_query, _method.Arguments, "IQuery<bool>", _statement.Field) { Guard = [.. _scope.Guard], Result = "bool", Read = "row.GetBoolean(0)" }
            .Write(code, [.. RepositoryScope.ArgumentValues(_key), .. _scope.OwnerValues], members);
    }
}
