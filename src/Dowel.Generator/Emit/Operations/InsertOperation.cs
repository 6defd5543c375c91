namespace Dowel.Generator;

/// <summary>Inserts a row.</summary>
internal sealed class InsertOperation : Operation
{
    private readonly RepositoryScope _scope;
    private readonly MethodText _method;
    private readonly StatementModel _statement;

    /// <summary>Takes the repository.</summary>
    /// <param name="scope">The repository.</param>
    public InsertOperation(RepositoryScope scope)
    {
        _scope = scope;
        var result = Record switch
        {
            { Identity: not null } => "The row with the key that the database made.",
            { MadeKey: not null } => "The row; where its key was empty, with a new one.",
            _ => "When the row is there.",
        };
        _method = new(
            Record.Identity is null && Record.MadeKey is null ? KnownTypes.ValueTask : $"{KnownTypes.ValueTask}<{Record.Name}>",
            "InsertAsync",
            [scope.Item],
            "Inserts a row.",
            result);
        Command = scope.Names.Take("InsertCommand");
        _statement = scope.Statement(_method.Name, "Insert", sql => sql.Insert(), RepositoryScope.Parameters(Record.Inserted)) with
        {
            Results = Record.Identity is { } identity ? new([new(identity.Name, identity.Type)]) : default,
        };
    }

    /// <summary>The struct that inserts a row.</summary>
    public string Command { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [_statement];

    private RecordModel Record => _scope.Record;

    private string Item => _scope.Item.Identifier;

    /// <inheritdoc/>
    public override void WriteDeclaration(CodeWriter code) => _method.WriteDeclaration(code);

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        _method.WriteBody(code, [.. _scope.Checks(_scope.Item), .. Body()]);
        var command = new CommandText(Command, [_scope.Item], "ICommand", _statement.Field);
        if (Record.Identity is { Type: var type })
        {
            command = command with { Interface = $"IQuery<{type.Name}>", Result = type.Name, Read = ValueCode.Read(type, "row", 0, members) };
        }

        command.Write(code, _scope.RowValues(Record.Inserted), members);
    }

    private IEnumerable<string> Body()
    {
        if (Record.Identity is { } identity)
        {
            var property = Names.Identifier(identity.Property);
            return
            [
                $"var made = await _session.SingleAsync<{Command}, {identity.Type.Name}>(new {Command}({Item}), cancellationToken){KnownTypes.Await};",
                $"return {Item} with {{ {property} = made }};",
            ];
        }

        var execute = $"await _session.ExecuteAsync(new {Command}({Item}), cancellationToken){KnownTypes.Await};";
        return Record.MadeKey is { } key ? [.. MakeKey(key), execute, $"return {Item};"] : [execute];
    }

    private IEnumerable<string> MakeKey(ColumnModel key)
    {
        var property = Names.Identifier(key.Property);
        var isId = key.Type.Form == TypeForm.Id;
        var made = $"{KnownTypes.Guid}.CreateVersion7()";
        return
        [
            $"if ({Item}.{property}{(isId ? $".{key.Type.Member}" : "")} == {KnownTypes.Guid}.Empty)",
            "{",
            $"    {Item} = {Item} with {{ {property} = {(isId ? $"new {key.Type.Name}({made})" : made)} }};",
            "}",
            "",
        ];
    }
}
