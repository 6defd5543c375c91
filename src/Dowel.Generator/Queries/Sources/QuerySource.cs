namespace Dowel.Generator;

/// <summary>A method with its SQL as it was found: in the attribute, or in a file that is still to be looked up.</summary>
/// <param name="Method">The method, without its SQL.</param>
/// <param name="Place">The method's name in source.</param>
/// <param name="Parameters">Each parameter's name in source.</param>
internal sealed record QuerySource(MethodModel Method, LocationSnapshot Place, EquatableArray<LocationSnapshot> Parameters)
{
    /// <summary>The text for engines that have none of their own.</summary>
    public QueryText? Shared { get; init; }

    /// <summary>SQLite's own.</summary>
    public QueryText? Sqlite { get; init; }

    /// <summary>PostgreSQL's own.</summary>
    public QueryText? Postgres { get; init; }

    /// <summary>The file as it is named.</summary>
    public QueryText? File { get; init; }

    /// <summary>What an update sets; null for other methods.</summary>
    public QueryText? Set { get; init; }

    /// <summary>The condition of an update or a delete; null for other methods.</summary>
    public QueryText? Where { get; init; }

    /// <summary>The path that the file's name means; null where none is named.</summary>
    public string? FilePath => File is null ? null : SqlFile.PathBeside(Place.Path, File.Text);

    /// <summary>The paths that may hold its SQL.</summary>
    public IEnumerable<string> FilePaths => FilePath is { } path ? [path, SqlFile.Variant(path, SqlFile.Sqlite), SqlFile.Variant(path, SqlFile.Postgres)] : [];
}
