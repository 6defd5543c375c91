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
            _ when scope.IsThrough => "True if it was inserted.",
            _ => "When the row is there.",
        };
        if (scope.IsThrough && Gives)
        {
            result += " Null if it was not inserted.";
        }

        _method = new(
            Returns,
            "InsertAsync",
            scope.OwnerArguments(scope.Item),
            scope.IsThrough ? "Inserts a row, unless it is below a row of another owner, or of none." : "Inserts a row.",
            result);
        Command = scope.Names.Take("InsertCommand");
        _statement = scope.Statement(_method.Name, "Insert", sql => sql.Insert(), [.. RepositoryScope.Parameters(Record.Inserted), .. scope.IsThrough ? scope.OwnerParameters : []]) with
        {
            Results = Record.Identity is { } identity ? new([new(identity.Name, identity.Type)]) : default,
        };
    }

    /// <summary>What tells of the result of an insert whether it was done, where that is not sure.</summary>
    /// <param name="scope">The repository.</param>
    /// <returns>What stands behind the result.</returns>
    public static string Done(RepositoryScope scope) => scope.Record is { Identity: null, MadeKey: null } ? "" : " is not null";

    /// <summary>The struct that inserts a row.</summary>
    public string Command { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [_statement];

    private RecordModel Record => _scope.Record;

    // Whether the method gives the record, with a key that was made.
    private bool Gives => Record.Identity is not null || Record.MadeKey is not null;

    private string Returns => (Gives, _scope.IsThrough) switch
    {
        (true, var mayFail) => $"{KnownTypes.ValueTask}<{Record.Name}{(mayFail ? "?" : "")}>",
        (false, true) => $"{KnownTypes.ValueTask}<bool>",
        _ => KnownTypes.ValueTask,
    };

    private string Item => _scope.Item.Identifier;

    /// <inheritdoc/>
    public override MethodText Text => _method;

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        _method.WriteBody(code, [.. _scope.Checks(_scope.Item), .. _scope.OwnerChecks(members), .. Body()]);
        var command = new CommandText(Command, _method.Arguments, "ICommand", _statement.Field) { Guard = [.. _scope.Guard] };
        if (Record.Identity is { Type: var type })
        {
            command = command with { Interface = $"IQuery<{Made(type)}>", Result = Made(type), Read = ValueCode.Read(type, "row", 0, members) };
        }

        command.Write(code, [.. _scope.InsertedValues(), .. _scope.IsThrough ? _scope.OwnerValues : []], members);
    }

    // Where there may be no row, the result's type is the nullable of the key.
    private string Made(TypeModel type) => type.Name + (_scope.IsThrough ? "?" : "");

    private IEnumerable<string> Body()
    {
        var call = $"new {Command}({_scope.OwnerArgument}{Item}), cancellationToken){KnownTypes.Await}";
        if (Record.Identity is { } identity)
        {
            var property = Names.Identifier(identity.Property);
            var (method, made, isMade) = _scope.IsThrough ? ("FirstOrDefault", "{ } key", "made is ") : ("Single", "made", "");
            var given = $"{Item} with {{ {Owner}{property} = {(_scope.IsThrough ? "key" : "made")} }}";
            return
            [
                $"var made = await _session.{method}Async<{Command}, {Made(identity.Type)}>({call};",
                _scope.IsThrough ? $"return {isMade}{made} ? {given} : null;" : $"return {given};",
            ];
        }

        var execute = $"await _session.ExecuteAsync({call}";
        return (Record.MadeKey, _scope.IsThrough) switch
        {
            (null, false) => [execute + ";"],
            (null, true) => [$"return {execute} > 0;"],
            ({ } key, false) => [.. MakeKey(key), execute + ";", Record.OwnerColumn is null ? $"return {Item};" : $"return {Item} with {{ {Owner.TrimEnd(',', ' ')} }};"],
            ({ } key, true) => [.. MakeKey(key), $"return {execute} > 0 ? {Item} : null;"],
        };
    }

    // What a record that says no owner is given.
    private string Owner => Record.OwnerColumn is { } column ? $"{Names.Identifier(column.Property)} = {OwnerSql.Parameter}, " : "";

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
