namespace Dowel.Generator;

/// <summary>A method by hand.</summary>
internal sealed class QueryOperation : Operation
{
    private readonly RepositoryScope _scope;
    private readonly MethodModel _method;
    private readonly QueryPlan _plan;
    private readonly IReadOnlyList<QuerySend> _sends;

    /// <summary>Takes a method.</summary>
    /// <param name="scope">The repository.</param>
    /// <param name="method">Its position among the methods by hand.</param>
    public QueryOperation(RepositoryScope scope, int method)
    {
        _scope = scope;
        _method = scope.Repository.Methods[method];
        _plan = QueryPlan.Create(_method);
        _sends = _method.IsBroken ? [] : [.. new QuerySends(scope, method, _plan).Make()];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [.. _sends.SelectMany(send => send.Statements)];

    /// <inheritdoc/>
    public override bool IsPublic => _method.IsPublic;

    private string Documentation => _method.Documentation.Length > 0
        ? _method.Documentation
        : $"<summary>The query <c>{_method.Name}</c>.</summary>";

    /// <inheritdoc/>
    public override void WriteDeclaration(CodeWriter code)
    {
        code.Line(string.Join("\n", Documentation.Split('\n').Select(line => ("/// " + line.Trim()).TrimEnd())));
        code.Line($"{_method.Returns} {_method.Name}({string.Join(", ", _method.Parameters.Select(WithDefault))});");
    }

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        var body = new QueryBody(_scope, _method, _plan, _sends);

        // An error has been told: this only keeps the compiler from telling that there is no body.
        WriteMethod(code, _method.IsBroken ? ["throw new global::System.NotSupportedException()"] : body.Lines());
        if (!_method.IsBroken)
        {
            body.WriteNeeded(code, members);
        }

        foreach (var send in _sends)
        {
            send.Command.Write(code, _scope, members);
        }
    }

    private static string Declaration(MethodParameterModel parameter) => $"{parameter.Declared} {Names.Identifier(parameter.Name)}";

    private static string WithDefault(MethodParameterModel parameter) => Declaration(parameter) + (parameter.Default is { } value ? $" = {value}" : "");

    private void WriteMethod(CodeWriter code, IReadOnlyList<string> lines)
    {
        var isAsync = lines.Any(line => line.Contains("await "));
        var modifiers = isAsync ? _method.Modifiers.Replace("partial", "async partial") : _method.Modifiers;
        var head = $"{modifiers} {_method.Returns} {Names.Identifier(_method.Name)}({string.Join(", ", _method.Parameters.Select(Declaration))})";
        if (lines is [var only])
        {
            code.Line($"{head} =>\n    {only};");
            return;
        }

        code.Open(head);
        code.Line(string.Join("\n", lines));
        code.Close();
    }
}
