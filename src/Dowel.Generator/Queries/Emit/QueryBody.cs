namespace Dowel.Generator;

/// <summary>The body of a method by hand.</summary>
internal sealed class QueryBody
{
    private readonly MethodModel _method;
    private readonly IReadOnlyList<QuerySend> _sends;

    /// <summary>Writes the body.</summary>
    /// <param name="method">The method.</param>
    /// <param name="plan">Its fragments.</param>
    /// <param name="sends">What it sends.</param>
    public QueryBody(MethodModel method, QueryPlan plan, IReadOnlyList<QuerySend> sends)
    {
        (_method, _sends) = (method, sends);
        var isTask = method.Result?.IsTask == true;
        (IsAsync, Lines) = plan.Gives switch
        {
            _ when method.IsBroken => (false, ["throw new global::System.NotSupportedException()"]),
            QueryGives.Nothing => (true, ["await " + Call("Execute")]),
            QueryGives.Affected when method.Result!.Row!.Name == "int" => (true, ["checked((int)await " + Call("Execute") + ")"]),
            QueryGives.Changed => (true, ["await " + Call("Execute") + " > 0"]),
            QueryGives.Affected => Direct("Execute", isTask),
            QueryGives.One => Direct("Single", isTask),
            QueryGives.OneOrNone => Direct("FirstOrDefault", isTask),
            QueryGives.List when method.Result!.IsExactList => Direct("List", isTask),
            QueryGives.List => (true, ["await " + Call("List")]),
            QueryGives.Page => (true, Page()),
            _ => (false, [Call("Stream", isAwaited: false)]),
        };
    }

    /// <summary>Whether it awaits.</summary>
    public bool IsAsync { get; }

    /// <summary>An expression alone, or statements.</summary>
    public IReadOnlyList<string> Lines { get; }

    private (bool IsAsync, IReadOnlyList<string> Lines) Direct(string call, bool isTask) =>
        (false, [Call(call, isAwaited: false) + (isTask ? ".AsTask()" : "")]);

    private IReadOnlyList<string> Page()
    {
        var names = new NameScope(_method.Parameters.Select(parameter => parameter.Name));
        var page = Names.Identifier(_method.Parameters.First(parameter => parameter.Role == ParameterRole.Page).Name);
        var (rows, total) = (names.Take("rows"), names.Take("total"));
        return
        [
            $"global::System.ArgumentNullException.ThrowIfNull({page});",
            $"var {rows} = await {Call("List")};",
            $"long? {total} = {page}.CountTotal ? await {Call("Single", send: 1)} : null;",
            $"return {page}.ToPage({rows}, {total});",
        ];
    }

    private string Call(string method, bool isAwaited = true, int send = 0)
    {
        var command = _sends[send].Command;
        var token = Names.Identifier(_method.Parameters.First(parameter => parameter.Role == ParameterRole.Cancellation).Name);
        var call = $"_session.{method}Async<{command.TypeArguments}>({command.New}, {token})";
        return isAwaited ? call + ".ConfigureAwait(false)" : call;
    }
}
