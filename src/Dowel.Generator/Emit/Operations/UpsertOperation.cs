namespace Dowel.Generator;

/// <summary>Inserts a row or changes the one that is there.</summary>
internal sealed class UpsertOperation : Operation
{
    private readonly RepositoryScope _scope;
    private readonly MethodText _method;
    private readonly StatementModel _insert;
    private readonly StatementModel? _update;
    private readonly string _command;

    /// <summary>Takes the repository.</summary>
    /// <param name="scope">The repository; it has a key for upserts.</param>
    public UpsertOperation(RepositoryScope scope)
    {
        _scope = scope;
        var key = scope.UpsertKey;
        var where = scope.Repository.UpsertWhere;
        _method = new(
            $"{KnownTypes.ValueTask}<{KnownTypes.Data}UpsertResult>",
            "UpsertAsync",
            scope.OwnerArguments(scope.Item),
            $"Inserts a row, or changes the one with the same {string.Join(" and ", key.Select(column => $"<c>{RepositoryScope.Xml(column.Name)}</c>"))}.",
            scope.Owner is null ? "What was done." : "What was done; a row of another owner stays unchanged.");
        _command = scope.Names.Take("UpsertCommand");
        ParameterModel[] parameters = [.. RepositoryScope.Parameters(scope.Record.Inserted), .. scope.IsThrough ? scope.OwnerParameters : []];
        var postgres = scope.Postgres(sql => sql.UpsertTelling(key, where));
        _insert = scope.Statement(_method.Name, "Upsert", sql => sql.InsertNew(key), parameters) with { Postgres = postgres };
        _update = scope.Changes
            ? scope.Statement(_method.Name, "UpsertUpdate", sql => sql.Upsert(key, where), parameters) with { Postgres = postgres, IsSqliteOnly = true }
            : null;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => _update is null ? [_insert] : [_insert, _update];

    /// <inheritdoc/>
    public override MethodText Text => _method;

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        _method.WriteBody(
            code,
            [
                .. _scope.Checks(_scope.Item),
                .. _scope.OwnerChecks(members),
                $"return _session.UpsertAsync(new {_command}({_scope.OwnerArgument}{_scope.Item.Identifier}), cancellationToken);",
            ]);
        new CommandText(_command, _method.Arguments, "IUpsertCommand", _insert.Field)
        {
            Guard = [.. _scope.Guard],
            Members = [$"public {KnownTypes.Data}Statement Update => {(_update ?? _insert).Field};"],
        }.Write(code, [.. _scope.SentValues(members), .. _scope.IsThrough ? _scope.OwnerValues : []], members);
    }
}
