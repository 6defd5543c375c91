namespace Dowel.Generator;

/// <summary>The contract of a repository.</summary>
internal static class ContractWriter
{
    /// <summary>Renders the assembly attribute.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="places">Where its parts stand.</param>
    /// <param name="projectFolder">The folder that files are named from.</param>
    /// <returns>The file's text.</returns>
    public static string Render(RepositoryModel repository, RepositoryPlaces places, string projectFolder) => "";
}
