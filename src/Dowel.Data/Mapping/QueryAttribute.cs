namespace Dowel.Data;

/// <summary>The SQL of a partial method.</summary>
/// <remarks>
/// Parameters are named <c>@name</c> after the method's. <c>{columns}</c> and <c>{columns:alias}</c> stand for the record's columns,
/// <c>in (@list)</c> takes a collection, and <c>{? … @name … }</c> is left out while a parameter in it is null.
/// An owned table is named in braces, <c>{project_files}</c>, and is then the owner's rows of it.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class QueryAttribute : Attribute
{
    /// <summary>SQL is in the other properties.</summary>
    public QueryAttribute()
    {
    }

    /// <summary>SQL for both engines.</summary>
    /// <param name="sql">One statement.</param>
    public QueryAttribute(string sql) => Sql = sql;

    /// <summary>The statement for engines that have none of their own.</summary>
    public string? Sql { get; }

    /// <summary>The statement for SQLite.</summary>
    public string? Sqlite { get; init; }

    /// <summary>The statement for PostgreSQL.</summary>
    public string? Postgres { get; init; }

    /// <summary>A file with the statement, relative to the source file; <c>x.sqlite.sql</c> and <c>x.postgres.sql</c> beside <c>x.sql</c> replace it on their engine.</summary>
    public string? File { get; init; }

    /// <summary>
    /// For pages by cursor: the members of a row that they are ordered by, a falling one with <c>-</c> before its name. The repository's
    /// record is ordered by its key as well, or as its repository's lists are where nothing is said; of other rows no two may share
    /// these values.
    /// </summary>
    public string[] OrderBy { get; init; } = [];
}
