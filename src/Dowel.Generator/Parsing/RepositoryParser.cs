using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Makes a model of a repository's class.</summary>
internal static class RepositoryParser
{
    /// <summary>Looks at the class and its record.</summary>
    /// <param name="found">The class.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The model, or what is wrong.</returns>
    public static ParsedRepository Parse(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken) => new(null, null, default);
}
