namespace Dowel.Generator;

/// <summary>Inserts many rows.</summary>
internal sealed class InsertManyOperation : Operation
{
    private readonly RepositoryScope _scope;
    private readonly MethodText _method;
    private readonly StatementModel _statement;
    private readonly string _command;

    /// <summary>Takes the repository.</summary>
    /// <param name="scope">The repository.</param>
    public InsertManyOperation(RepositoryScope scope)
    {
        _scope = scope;
        _method = Method(scope);
        _command = scope.Names.Take("InsertManyCommand");
        _statement = scope.Statement(_method.Name, "InsertMany", sql => sql.InsertMany(), scope.ManyParameters());
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [_statement];

    /// <summary>The method as others see it.</summary>
    /// <param name="scope">The repository.</param>
    /// <returns>The method.</returns>
    public static MethodText Method(RepositoryScope scope)
    {
        var made = scope.Record switch
        {
            { Identity: not null } => " The keys that the database makes are not told.",
            { MadeKey: not null } => " A key that is empty is made and not told.",
            _ => "",
        };
        var all = scope.IsThrough ? ", but for those below a row of another owner, or of none" : ": all of them, or none";
        return new(
            $"{KnownTypes.ValueTask}<long>", "InsertManyAsync", scope.OwnerArguments(scope.Items), $"Inserts many rows{all}.{made}", "How many were inserted.");
    }

    /// <inheritdoc/>
    public override MethodText Text => _method;

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        _method.WriteBody(
            code,
            [
                KnownTypes.ThrowIfNull(_scope.Items.Identifier),
                .. _scope.ManyOwnerChecks(members),
                $"return _session.ExecuteManyAsync<{_command}, {_scope.Record.Name}>({_scope.NewWithOwner(_command)}, {_scope.Items.Identifier}, cancellationToken);",
            ]);
        _scope.WriteManyCommand(code, (_command, _statement), _scope.Postgres(sql => sql.Copy()), members);
    }
}
