using Dowel.Contracts;
using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>A SQLite database that contracts are compared with.</summary>
/// <param name="engine">The connection that the migrations ran on.</param>
/// <param name="describer">Asks that connection about statements.</param>
/// <param name="own">The names of Dowel's own tables.</param>
internal sealed class SqliteContractDatabase(SqliteExecutor engine, SqliteDescriber describer, IReadOnlyCollection<string> own) : IContractDatabase
{
    private SqliteStorage? _storage;

    /// <inheritdoc/>
    public string Engine => "SQLite";

    /// <inheritdoc/>
    public ContractText? TextOf(ContractStatement statement) => statement.Sqlite;

    /// <inheritdoc/>
    public Task<DatabaseModel> ReadModelAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new SqliteSchemaReader(engine).Read(own));
    }

    /// <inheritdoc/>
    public bool Fits(ContractType type, ColumnModel column) => SqliteTypes.Fits(type, column.Type);

    /// <inheritdoc/>
    public Task<HiddenTables> HideAsync(IReadOnlyList<string> tables, DatabaseModel model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _storage ??= SqliteStorage.Read(engine, model);
        return Task.FromResult(SqliteHiding.Hide(engine, tables));
    }

    /// <inheritdoc/>
    public Task<StatementDescription> DescribeAsync(ContractStatement statement, DatabaseModel model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _storage ??= SqliteStorage.Read(engine, model);
        var sql = TextOf(statement)!.Sql;
        var prepared = describer.Describe(sql, out var message);
        return Task.FromResult(prepared is null ? Refuse(sql, message) : Describe(statement, prepared, sql));
    }

    private StatementDescription Describe(ContractStatement statement, SqlitePrepared prepared, string sql)
    {
        var sent = statement.Parameters.Select(parameter =>
            (parameter.IsList ? SqliteKinds.Text : SqliteTypes.KindsOf(parameter.Type)) | (parameter.IsNullable ? SqliteKinds.Null : SqliteKinds.None));
        var facts = SqliteProgram.Read(engine, sql) is { } program ? SqliteFlow.Follow(program, _storage!, [.. sent]) : null;
        return new()
        {
            Parameters = [.. prepared.Parameters.Select((isUsed, i) => facts is not null && facts.Wrong.TryGetValue(i + 1, out var taken)
                ? new ParameterDescription(isUsed, Shown(taken), Fits: false)
                : new(isUsed))],
            Results = [.. prepared.Columns.Select((column, i) => Describe(column, facts?.Results?.ElementAtOrDefault(i), statement.Results?.ElementAtOrDefault(i)?.Type))],
        };
    }

    private StatementDescription Refuse(string sql, string message) => new()
    {
        Refusal = new(message, SqliteErrorPlace.Find(message, sql, engine.Refuse)) { UnknownName = SqliteErrorPlace.UnknownName(message) },
    };

    private static ResultDescription Describe(SqliteResultColumn column, SqliteKinds? kinds, ContractType? expected)
    {
        var values = kinds & SqliteKinds.Value;
        var fits = expected is not { } type || (column.DeclaredType is { } declared
            ? SqliteTypes.Fits(type, declared)
            : values is null or SqliteKinds.None || (values & SqliteTypes.KindsOf(type)) != SqliteKinds.None);
        var shown = column.DeclaredType ?? (values is { } known and not SqliteKinds.None ? Shown(known) : "");
        return new(column.Name, shown, fits, kinds is { } found ? found.HasFlag(SqliteKinds.Null) : null) { Origin = column.Origin };
    }

    private static string Shown(SqliteKinds kinds) => kinds.ToString().ToLowerInvariant();
}
