using System.Text.RegularExpressions;
using Dowel.Contracts;
using Dowel.Schema;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>A PostgreSQL database that contracts are compared with.</summary>
/// <remarks>
/// A statement becomes the body of a function (PostgreSQL 14 and later) whose parameters have the types that the repository sends:
/// the server then keeps what it has understood as a tree, with every table, column and join. The function is rolled back.
/// </remarks>
/// <param name="connection">A connection whose search path is that of the repositories; it is disposed with this.</param>
/// <param name="own">The names of Dowel's own tables.</param>
internal sealed partial class PostgresContractDatabase(NpgsqlConnection connection, IReadOnlyCollection<string> own) : IContractDatabase, IAsyncDisposable
{
    // The server's own limit, FUNC_MAX_ARGS; more are only prepared.
    private const int FunctionParametersMax = 100;
    private const int FunctionBodyVersion = 14;

    private PostgresCatalog? _catalog;

    /// <inheritdoc/>
    public string Engine => "PostgreSQL";

    /// <inheritdoc/>
    public ContractText? TextOf(ContractStatement statement) => statement.Postgres;

    /// <inheritdoc/>
    public Task<DatabaseModel> ReadModelAsync(CancellationToken cancellationToken) =>
        PostgresSchemaReader.ReadAsync(connection, new(own) { IsVisible = true }, cancellationToken);

    /// <inheritdoc/>
    public bool Fits(ContractType type, ColumnModel column) => PostgresTypes.FitsColumn(type, column.BaseType);

    /// <inheritdoc/>
    public Task<HiddenTables> HideAsync(IReadOnlyList<string> tables, DatabaseModel model, CancellationToken cancellationToken) =>
        PostgresHiding.HideAsync(connection, tables, cancellationToken);

    /// <inheritdoc/>
    public async Task<StatementDescription> DescribeAsync(ContractStatement statement, DatabaseModel model, CancellationToken cancellationToken)
    {
        var sql = TextOf(statement)!.Sql;
        var types = string.Join(", ", statement.Parameters.Select(TypeOf));
        var isFunction = connection.PostgreSqlVersion.Major >= FunctionBodyVersion && statement.Parameters.Count <= FunctionParametersMax;
        var head = isFunction ? $"create function pg_temp.dowel_described({types}) returns void language sql begin atomic\n"
            : types.Length == 0 ? "prepare dowel_described as " : $"prepare dowel_described ({types}) as ";
        try
        {
            var results = await PostgresRows.ReadAsync(
                connection,
                isFunction
                    ? ["begin", $"{head}{sql}\n; end", "select prosqlbody::text from pg_proc where oid = 'pg_temp.dowel_described'::regproc", "rollback"]
                    : [head + sql, "deallocate dowel_described"],
                cancellationToken).ConfigureAwait(false);
            return results is [[[{ } tree]]] ? await ReadAsync(statement, tree, sql, cancellationToken).ConfigureAwait(false) : StatementDescription.Opaque;
        }
        catch (PostgresException error)
        {
            await PostgresRows.ReadAsync(connection, ["rollback"], CancellationToken.None).ConfigureAwait(false);

            // What is no query, such as `notify`, has neither tree nor result.
            return isFunction && error.SqlState == PostgresErrorCodes.FeatureNotSupported && error.MessageText.Contains("unquoted SQL function body", StringComparison.Ordinal)
                ? StatementDescription.Opaque
                : new() { Refusal = Refuse(error, head, sql) };
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static string TypeOf(ContractParameter parameter) =>
        PostgresTypes.NameOf(parameter.Type with { IsArray = parameter.Type.IsArray || parameter.IsList || parameter.IsUnnested });

    private static EngineRefusal Refuse(PostgresException error, string head, string sql)
    {
        var place = error.Position > 0 ? PostgresPlaces.ToUtf16(head + sql, error.Position) - head.Length : -1;
        var unknown = UnknownMessage().Match(error.MessageText);
        return new(error.MessageText, place >= 0 && place <= sql.Length ? place : null)
        {
            UnknownName = unknown.Success ? unknown.Groups["name"].Value : null,
        };
    }

    private async Task<StatementDescription> ReadAsync(ContractStatement statement, string tree, string sql, CancellationToken cancellationToken)
    {
        _catalog ??= await PostgresCatalog.ReadAsync(connection, cancellationToken).ConfigureAwait(false);
        var inferred = await InferAsync(sql, cancellationToken).ConfigureAwait(false);
        if (PostgresNodeReader.Read(tree) is not List<object?> body || FindQuery(body) is not { } root)
        {
            return StatementDescription.Opaque;
        }

        var (used, converted) = (Parameters([root]), Parameters(root.All().Where(PostgresExpressions.IsSilentCast).Select(cast => cast.Node("arg") ?? cast.List("args")[0])));
        var query = new PostgresQuery(root, _catalog, [.. statement.Parameters.Select(parameter => parameter.IsNullable)]);
        return new()
        {
            Parameters = [.. statement.Parameters.Select((parameter, i) => Describe(
                parameter, used.Contains(i + 1), converted.Contains(i + 1) && i < inferred.Count ? inferred[i] : null))],
            Results = [.. query.Targets.Select((target, i) => Describe(query, target, i, statement.Results?.ElementAtOrDefault(i)))],
        };
    }

    // What the server would have had a parameter be matters where it changes the value that it is sent.
    private static ParameterDescription Describe(ContractParameter parameter, bool isUsed, string? inferred)
    {
        var type = parameter.Type with { IsArray = parameter.Type.IsArray || parameter.IsList || parameter.IsUnnested };
        return new(isUsed, inferred, inferred is null || PostgresTypes.FitsParameter(type, inferred));
    }

    private ResultDescription Describe(PostgresQuery query, PostgresNode target, int index, ContractResult? expected)
    {
        var type = new PostgresExpressions(query).TypeOf(target.Node("expr"));
        var fits = type is null || expected is null || PostgresTypes.FitsResult(expected.Type, type);
        return new(target.Word("resname") ?? "", type ?? "", fits, query.MayBeNull(index))
        {
            Origin = _catalog!.Column(target.Number("resorigtbl"), target.Number("resorigcol")),
        };
    }

    private static HashSet<long> Parameters(IEnumerable<PostgresNode> nodes) =>
        [.. nodes.SelectMany(node => node.Tag == "PARAM" ? [node] : node.Tag == "QUERY" ? node.All().Where(each => each.Tag == "PARAM") : []).Select(node => node.Number("paramid"))];

    // A body is a list of lists of queries; the function has one.
    private static PostgresNode? FindQuery(List<object?> list) =>
        list.OfType<PostgresNode>().FirstOrDefault() ?? list.OfType<List<object?>>().Select(FindQuery).FirstOrDefault(found => found is not null);

    // What the server would take the parameters for, were it not told; it cannot always say.
    private async Task<IReadOnlyList<string?>> InferAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            var results = await PostgresRows.ReadAsync(
                connection,
                [
                    $"prepare dowel_inferred as {sql}",
                    "select unnest(parameter_types)::text from pg_prepared_statements where name = 'dowel_inferred'",
                    "deallocate dowel_inferred",
                ],
                cancellationToken).ConfigureAwait(false);
            return [.. results.SelectMany(rows => rows).Select(row => row[0])];
        }
        catch (PostgresException)
        {
            return [];
        }
    }

    [GeneratedRegex("^(column|relation|function) (\"(.*\\.)?(?<name>[^\"]+)\"|(.*\\.)?(?<name>[^\" (]+)(\\(.*\\))?)( of relation .*)? does not exist", RegexOptions.ExplicitCapture)]
    private static partial Regex UnknownMessage();
}
