namespace Dowel.Generator;

/// <summary>The body of a method by hand.</summary>
/// <param name="scope">The repository.</param>
/// <param name="method">The method.</param>
/// <param name="plan">Its fragments.</param>
/// <param name="sends">What it sends.</param>
internal sealed class QueryBody(RepositoryScope scope, MethodModel method, QueryPlan plan, IReadOnlyList<QuerySend> sends)
{
    private readonly NameScope _names = new(method.Parameters.Select(parameter => parameter.Name));

    /// <summary>Finds the body.</summary>
    /// <returns>An expression alone, or statements.</returns>
    public IReadOnlyList<string> Lines() => plan.Gives switch
    {
        QueryGives.Nothing => [Awaited("Execute")],
        QueryGives.Affected when method.Result!.Row!.Name == "int" => [$"checked((int){Awaited("Execute")})"],
        QueryGives.Changed => [Awaited("Execute") + " > 0"],
        QueryGives.Affected => [Task("Execute")],
        QueryGives.One => [Task("Single")],
        QueryGives.OneOrNone => [Task("FirstOrDefault")],
        QueryGives.List when method.Result!.IsExactList => [Task("List")],
        QueryGives.List => [Awaited("List")],
        QueryGives.Stream => [Call("Stream", sends[0].Command)],
        QueryGives.Page => Page(NameOf(ParameterRole.Page)),
        _ => CursorPage(NameOf(ParameterRole.Cursor)),
    };

    /// <summary>Writes what the body needs beside it.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="members">Takes note of what that needs.</param>
    public void WriteNeeded(CodeWriter code, MemberSet members)
    {
        if (plan.Gives == QueryGives.CursorPage)
        {
            var row = method.Result!.Row!;
            var columns = CursorOrder.Of(method, scope.Repository)!.Columns;
            IReadOnlyList<BoundValue> values = [.. columns.Select(column => new BoundValue(column.Type, $"row.{Names.Identifier(column.Property)}", Names.Identifier(Names.Camel(column.Property) + "Value")))];
            CursorCode.WritePlace(code, $"{Place}({row.Declared} row)", List, values, members);
        }
    }

    private string Place => "PlaceOf" + method.Name;

    private string List => CursorCode.List(scope.Repository.Name, method.Name, CursorOrder.Of(method, scope.Repository)!.Keyset);

    private IReadOnlyList<string> Page(string page)
    {
        var (rows, total) = (_names.Take("rows"), _names.Take("total"));
        return
        [
            KnownTypes.ThrowIfNull(page),
            $"var {rows} = await {Call("List", sends[0].Command, $"{page}.Limit + 1L", $"{page}.Offset")}{KnownTypes.Await};",
            $"long? {total} = {page}.CountTotal ? await {Call("Single", sends[1].Command)}{KnownTypes.Await} : null;",
            $"return {page}.ToPage({rows}, {total});",
        ];
    }

    private IReadOnlyList<string> CursorPage(string page)
    {
        var (rows, after) = (_names.Take("rows"), _names.Take("after"));
        var parsed = $"{KnownTypes.Data}CursorRow.Parse({after}, {List}, {CursorOrder.Of(method, scope.Repository)!.Columns.Count})";
        return
        [
            KnownTypes.ThrowIfNull(page),
            $"var {rows} = {page}.After is {{ }} {after}",
            $"    ? await {Call("List", sends[1].Command, parsed, $"{page}.Limit + 1L")}{KnownTypes.Await}",
            $"    : await {Call("List", sends[0].Command, $"{page}.Limit + 1L")}{KnownTypes.Await};",
            .. CursorCode.Cut(rows, page, Place),
        ];
    }

    private string Task(string call) => Call(call, sends[0].Command) + (method.Result!.IsTask ? ".AsTask()" : "");

    private string Awaited(string call) => $"await {Call(call, sends[0].Command)}{KnownTypes.Await}";

    private string Call(string call, QueryCommand command, params IEnumerable<string> further) =>
        $"_session.{call}Async{command.TypeArguments}({command.New(further)}, {NameOf(ParameterRole.Cancellation)})";

    private string NameOf(ParameterRole role) => Names.Identifier(method.Parameters.First(parameter => parameter.Role == role).Name);
}
