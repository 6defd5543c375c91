namespace Dowel.Generator;

/// <summary>Updates a row, by its key and the version that it had.</summary>
internal sealed class UpdateOperation : Operation
{
    private readonly RepositoryScope _scope;
    private readonly MethodText _method;
    private readonly StatementModel _statement;
    private readonly string _command;

    /// <summary>Takes the repository.</summary>
    /// <param name="scope">The repository; its record has a key.</param>
    public UpdateOperation(RepositoryScope scope)
    {
        _scope = scope;
        var version = Record.Version is { } counted ? $"<c>{RepositoryScope.Xml(counted.Name)}</c>" : null;
        _method = version is null
            ? new($"{KnownTypes.ValueTask}<bool>", "UpdateAsync", scope.OwnerArguments(scope.Item), "Updates the row with this key.", "True if it was there.")
            : new(
                $"{KnownTypes.ValueTask}<{Record.Name}?>",
                "UpdateAsync",
                scope.OwnerArguments(scope.Item),
                $"Updates the row with this key and this {version}, which rises by one.",
                $"The row with its new {version}; null where no row has this key and {version}.");
        _command = scope.Names.Take("UpdateCommand");
        _statement = scope.Statement(_method.Name, "Update", sql => sql.Update(), [.. RepositoryScope.Parameters(Sent), .. scope.OwnerParameters]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [_statement];

    private RecordModel Record => _scope.Record;

    private IEnumerable<ColumnModel> Sent => [.. Record.Updated, .. _scope.Free(Record.Key), .. Record.Columns.Where(column => column.IsVersion)];

    /// <inheritdoc/>
    public override MethodText Text => _method;

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        var item = _scope.Item.Identifier;
        var execute = $"await _session.ExecuteAsync(new {_command}({_scope.OwnerArgument}{item}), cancellationToken){KnownTypes.Await}";
        var body = Record.Version is { } version
            ? [$"var updated = {execute};", $"return updated > 0 ? {item} with {{ {Names.Identifier(version.Property)} = {Raised(version)} }} : null;"]
            : new[] { $"return {execute} > 0;" };
        _method.WriteBody(code, [.. _scope.Checks(_scope.Item), .. body]);
        new CommandText(_command, _method.Arguments, "ICommand", _statement.Field) { Guard = [.. _scope.Guard] }.Write(code, [.. _scope.RowValues(Sent), .. _scope.OwnerValues], members);
    }

    private string Raised(ColumnModel version)
    {
        var raised = $"{_scope.Item.Identifier}.{Names.Identifier(version.Property)} + 1";
        return version.Type.Kind == SqlKind.SmallInt ? $"(short)({raised})" : raised;
    }
}
