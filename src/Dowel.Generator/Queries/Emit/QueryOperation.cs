namespace Dowel.Generator;

/// <summary>A method by hand.</summary>
internal sealed class QueryOperation : Operation
{
    private readonly RepositoryModel _repository;
    private readonly MethodModel _method;
    private readonly List<QuerySend> _sends = [];
    private readonly QueryPlan _plan;

    /// <summary>Takes a method.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="method">Its position among the methods by hand.</param>
    /// <param name="names">The names in the repository.</param>
    public QueryOperation(RepositoryModel repository, int method, NameScope names)
    {
        _repository = repository;
        _method = repository.Methods[method];
        _plan = QueryPlan.Create(_method);
        if (!_method.IsBroken)
        {
            _sends.AddRange(new QuerySends(repository, method, _plan, names).Make());
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [.. _sends.SelectMany(send => send.Statements)];

    /// <inheritdoc/>
    public override void WriteDeclaration(CodeWriter code)
    {
        if (!_method.IsPublic)
        {
            return;
        }

        code.Line(string.Join("\n", Documentation.Split('\n').Select(line => ("/// " + line.Trim()).TrimEnd())));
        var parameters = _method.Parameters.Select(parameter => $"{parameter.Declared} {Names.Identifier(parameter.Name)}{(parameter.Default is { } value ? " = " + value : "")}");
        code.Line($"{_method.Returns} {_method.Name}({string.Join(", ", parameters)});");
    }

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        var body = new QueryBody(_method, _plan, _sends);
        var parameters = string.Join(", ", _method.Parameters.Select(parameter => $"{parameter.Declared} {Names.Identifier(parameter.Name)}"));
        foreach (var send in _sends)
        {
            SqlLiteral.WriteField(code, send.Field, _repository.Name, send.Statements);
            code.Line();
        }

        code.Line("/// <inheritdoc/>");
        var modifiers = body.IsAsync ? _method.Modifiers.Replace("partial", "async partial") : _method.Modifiers;
        var head = $"{modifiers} {_method.Returns} {_method.Name}({parameters})";
        if (body.Lines is [var only])
        {
            code.Line($"{head} =>\n    {only};");
        }
        else
        {
            code.Open(head);
            code.Line(string.Join("\n", body.Lines));
            code.Close();
        }

        foreach (var send in _sends)
        {
            code.Line();
            send.Command.Write(code, members);
        }
    }

    private string Documentation => _method.Documentation.Length > 0
        ? _method.Documentation
        : $"<summary>The query of <c>{_repository.Name}.{_method.Name}</c>.</summary>";
}
