namespace Dowel.Generator;

/// <summary>The code of a repository.</summary>
internal static class RepositoryWriter
{
    /// <summary>Renders interface and class.</summary>
    /// <param name="repository">The repository.</param>
    /// <returns>The file's text.</returns>
    public static string Render(RepositoryModel repository) => repository.FullName;
}
