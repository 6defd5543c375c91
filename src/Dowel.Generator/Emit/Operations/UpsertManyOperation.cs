namespace Dowel.Generator;

/// <summary>Inserts or changes many rows.</summary>
internal sealed class UpsertManyOperation : Operation
{
    private readonly RepositoryScope _scope;
    private readonly MethodText _method;
    private readonly StatementModel _statement;
    private readonly string _command;

    /// <summary>Takes the repository.</summary>
    /// <param name="scope">The repository; it has a key for upserts.</param>
    public UpsertManyOperation(RepositoryScope scope)
    {
        _scope = scope;
        _method = Method(scope);
        _command = scope.Names.Take("UpsertManyCommand");
        _statement = scope.Statement(
            _method.Name, "UpsertMany", sql => sql.UpsertMany(scope.UpsertKey, scope.Repository.UpsertWhere), scope.ManyParameters());
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [_statement];

    /// <summary>The method as others see it.</summary>
    /// <param name="scope">The repository.</param>
    /// <returns>The method.</returns>
    public static MethodText Method(RepositoryScope scope) => new(
        $"{KnownTypes.ValueTask}<long>",
        "UpsertManyAsync",
        scope.OwnerArguments(scope.Items),
        $"Inserts many rows or changes those that are there{(scope.Owner is null ? ": all of them, or none" : ", but for those of other owners")}. Of rows with the same key the last counts.",
        "How many were inserted or changed.");

    /// <inheritdoc/>
    public override MethodText Text => _method;

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        var (record, items, item) = (_scope.Record.Name, _scope.Items.Identifier, _scope.Item.Identifier);
        var keys = _scope.UpsertKey.Select(column => Key(column, members)).ToList();
        var (type, value) = keys is [var only]
            ? only
            : ($"({string.Join(", ", keys.Select(key => key.Type))})", $"({string.Join(", ", keys.Select(key => key.Value))})");
        _method.WriteBody(
            code,
            [
                KnownTypes.ThrowIfNull(items),
                .. _scope.ManyOwnerChecks(members),
                $"var last = new global::System.Collections.Generic.Dictionary<{type}, {record}>({items}.Count);",
                $"foreach (var {item} in {items})",
                "{",
                $"    last[{value}] = {item};",
                "}",
                "",
                $"return _session.ExecuteManyAsync<{_command}, {record}>({_scope.NewWithOwner(_command)}, last.Values, cancellationToken);",
            ]);
        _scope.WriteManyCommand(code, (_command, _statement), copy: null, members);
    }

    // A key that is yet to be made is like no other.
    private (string Type, string Value) Key(ColumnModel column, MemberSet members)
    {
        var value = column == _scope.Record.OwnerColumn ? OwnerSql.Parameter : $"{_scope.Item.Identifier}.{Names.Identifier(column.Property)}";
        return column == _scope.Record.MadeKey
            ? (KnownTypes.Guid, RepositoryScope.MadeKey(value, column, members))
            : (column.Type.Name, value);
    }
}
