namespace Dowel.Generator;

/// <summary>A statement of a repository in the words of both engines.</summary>
/// <param name="Name">The method that sends it.</param>
/// <param name="Field">The static field that holds it.</param>
/// <param name="Sqlite">SQLite's text.</param>
/// <param name="Postgres">PostgreSQL's text.</param>
internal sealed record StatementModel(string Name, string Field, string Sqlite, string Postgres)
{
    /// <summary>Its parameters in the order of their numbers.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>Its result's columns; empty where it gives no rows.</summary>
    public EquatableArray<ResultModel> Results { get; init; }

    /// <summary>Whether PostgreSQL is never sent it.</summary>
    public bool IsSqliteOnly { get; init; }

    /// <summary>Whether a table that it names has row security.</summary>
    public bool HasRowSecurity { get; init; }

    /// <summary>The method by hand that it belongs to, counted as in <see cref="RepositoryModel.Methods"/>; -1 for a generated one.</summary>
    public int Method { get; init; } = -1;

    /// <summary>Where parts of SQLite's text come from, rising; none for a generated one.</summary>
    public EquatableArray<SegmentModel> SqliteMap { get; init; }

    /// <summary>Where parts of PostgreSQL's text come from, rising; none for a generated one.</summary>
    public EquatableArray<SegmentModel> PostgresMap { get; init; }
}
