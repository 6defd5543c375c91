namespace Dowel.Generator;

/// <summary>Inserts or upserts many rows one by one, where the record has arrays: PostgreSQL has no arrays of arrays to send them in.</summary>
internal sealed class OneByOneOperation : Operation
{
    private readonly RepositoryScope _scope;
    private readonly bool _isUpsert;
    private readonly MethodText _method;

    /// <summary>Takes the repository.</summary>
    /// <param name="scope">The repository.</param>
    /// <param name="isUpsert">Whether rows that are there are changed.</param>
    public OneByOneOperation(RepositoryScope scope, bool isUpsert)
    {
        _scope = scope;
        _isUpsert = isUpsert;
        _method = isUpsert ? UpsertManyOperation.Method(scope) : InsertManyOperation.Method(scope);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StatementModel> Statements => [];

    /// <inheritdoc/>
    public override MethodText Text => _method;

    /// <inheritdoc/>
    public override void WriteImplementation(CodeWriter code, MemberSet members)
    {
        var (item, items) = (_scope.Item.Identifier, _scope.Items.Identifier);
        var one = _isUpsert
            ? $"done += await repository.UpsertAsync({_scope.OwnerArgument}{item}, token){KnownTypes.Await} == {KnownTypes.Data}UpsertResult.Unchanged ? 0 : 1;"
            : _scope.IsThrough
                ? $"done += await repository.InsertAsync({_scope.OwnerArgument}{item}, token){KnownTypes.Await}{InsertOperation.Done(_scope)} ? 1 : 0;"
                : $"await repository.InsertAsync({_scope.OwnerArgument}{item}, token){KnownTypes.Await};\n        done++;";
        _method.WriteBody(
            code,
            [
                KnownTypes.ThrowIfNull(items),
                .. _scope.ManyOwnerChecks(members),
                "return await _session.TransactAsync(async (transaction, token) =>",
                "{",
                "    var repository = In(transaction);",
                "    var done = 0L;",
                $"    foreach (var {item} in {items})",
                "    {",
                $"        {one}",
                "    }",
                "",
                "    return done;",
                $"}}, options: null, cancellationToken){KnownTypes.Await};",
            ]);
    }
}
