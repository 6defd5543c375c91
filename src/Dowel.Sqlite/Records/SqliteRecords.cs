using Dowel.Contracts;
using Dowel.Generator;
using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>How SQLite keeps records: the column types that their values are spelled for.</summary>
internal sealed class SqliteRecords : IRecordDialect
{
    /// <inheritdoc/>
    public bool IdentityIsKey => true;

    /// <inheritdoc/>
    public bool RefersForward => true;

    // Without `autoincrement` the number of a row that is deleted goes to another, which PostgreSQL's never do.
    /// <inheritdoc/>
    public string TypeOf(ContractColumn column) => column.IsIdentity ? "integer primary key autoincrement" : SqliteTypes.KindsOf(column.Type) switch
    {
        SqliteKinds.Integer => "integer",
        SqliteKinds.Real => "real",
        SqliteKinds.Blob => "blob",
        _ => "text",
    };

    /// <inheritdoc/>
    public string? TextOf(ContractSql sql) => sql.Sqlite;

    // Before 3.45 null is no valid JSON to it (sqlite.org, "JSON Functions And Operators").
    /// <inheritdoc/>
    public string? RuleOf(ContractColumn column)
    {
        var name = SqlIdentifier.Quote(column.Name);
        return column.Type is { Word: not ContractWord.Json, IsArray: false } ? null
            : column.IsNullable ? $"{name} is null or json_valid({name})"
            : $"json_valid({name})";
    }

    /// <inheritdoc/>
    public IEnumerable<string> RowSecurityOf(ContractTable table) => [];

    /// <inheritdoc/>
    public bool Fits(ContractType type, ColumnModel column) => SqliteTypes.Fits(type, column.Type);
}
