namespace Dowel.Generator;

/// <summary>Finds a row by a key.</summary>
internal sealed class FindOperation : Operation
{
    private readonly RepositoryScope _scope;
    private readonly IReadOnlyList<ColumnModel> _columns;
    private readonly MethodText _method;
    private readonly StatementModel _statement;
    private readonly string _query;

    /// <summary>Takes the key.</summary>
    /// <param name="scope">The repository.</param>
    /// <param name="columns">The key's columns.</param>
    /// <param name="name">What the method is called, without an ending.</param>
    public FindOperation(RepositoryScope scope, IReadOnlyList<ColumnModel> columns, string name)
    {
        _scope = scope;
        _columns = scope.Free(columns);
        _method = new(
            $"{KnownTypes.ValueTask}<{scope.Record.Name}?>",
            name + "Async",
            scope.OwnerArguments(RepositoryScope.Arguments(_columns)),
            $"Finds a row by {string.Join(" and ", columns.Select(column => $"<c>{RepositoryScope.Xml(column.Name)}</c>"))}.",
            "The row; null where there is none.");
        _query = scope.Names.Take(name + "Query");
        var parameters = RepositoryScope.Parameters(_columns.Select(column => column with { Type = column.Type.NotNull }));
        _statement = scope.Statement(_method.Name, name, sql => sql.Find(_columns), [.. parameters, .. scope.OwnerParameters]) with { Results = scope.Columns };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [_statement];

    // Where there may be no row of a struct, the result's type is the nullable struct itself.
    private string Result => _scope.Record.IsValueType ? _scope.Record.Name + "?" : _scope.Record.Name;

    /// <inheritdoc/>
    public override MethodText Text => _method;

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        var values = string.Join(", ", _method.Arguments.Select(argument => argument.Identifier));
        _method.WriteExpression(code, $"_session.FirstOrDefaultAsync<{_query}, {Result}>(new {_query}({values}), cancellationToken)");
        new CommandText(_query, _method.Arguments, $"IQuery<{Result}>", _statement.Field) { Guard = [.. _scope.Guard], Result = Result, Read = $"{_scope.Reader}(in row)" }
            .Write(code, [.. RepositoryScope.ArgumentValues(_columns), .. _scope.OwnerValues], members);
    }
}
