namespace Dowel.Generator;

/// <summary>Deletes a row.</summary>
internal sealed class DeleteOperation : Operation
{
    private readonly RepositoryScope _scope;
    private readonly IReadOnlyList<ColumnModel> _key;
    private readonly MethodText _method;
    private readonly StatementModel _statement;
    private readonly string _command;

    /// <summary>Takes the repository.</summary>
    /// <param name="scope">The repository; its record has a key.</param>
    public DeleteOperation(RepositoryScope scope)
    {
        _scope = scope;
        _key = scope.Free(scope.Record.Key);
        _method = new(
            $"{KnownTypes.ValueTask}<bool>", "DeleteAsync", scope.OwnerArguments(RepositoryScope.Arguments(_key)), "Deletes a row.", "True if it was there.");
        _command = scope.Names.Take("DeleteCommand");
        _statement = scope.Statement(_method.Name, "Delete", sql => sql.Delete(), [.. RepositoryScope.Parameters(_key), .. scope.OwnerParameters]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [_statement];

    /// <inheritdoc/>
    public override MethodText Text => _method;

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        var values = string.Join(", ", _method.Arguments.Select(argument => argument.Identifier));
        _method.WriteBody(code, $"return await _session.ExecuteAsync(new {_command}({values}), cancellationToken){KnownTypes.Await} > 0;");
        new CommandText(_command, _method.Arguments, "ICommand", _statement.Field) { Guard = [.. _scope.Guard] }.Write(code, [.. RepositoryScope.ArgumentValues(_key), .. _scope.OwnerValues], members);
    }
}
