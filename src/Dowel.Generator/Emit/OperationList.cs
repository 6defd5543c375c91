namespace Dowel.Generator;

/// <summary>The methods of a repository in the order of its interface.</summary>
internal static class OperationList
{
    /// <summary>Makes the methods of a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="names">The names in it.</param>
    /// <returns>The methods.</returns>
    public static IReadOnlyList<Operation> Of(RepositoryModel repository, NameScope names) => [];
}
