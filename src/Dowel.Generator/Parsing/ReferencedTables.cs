using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>The owned tables of other projects and packages, which statements of this one can reach as well.</summary>
/// <remarks>Looks into assemblies alone that refer to <c>Dowel.Data</c>, and there at what can be seen from outside.</remarks>
internal static class ReferencedTables
{
    /// <summary>Looks for them.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The tables, by no order.</returns>
    public static EquatableArray<OwnedTableModel> Find(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.SourceModule.ReferencedAssemblySymbols
            .Where(RefersToDowel)
            .SelectMany(assembly => TypesIn(assembly.GlobalNamespace, cancellationToken))
            .Select(OwnershipParser.FindTable)
            .OfType<OwnedTableModel>()
            .ToEquatableArray();

    private static bool RefersToDowel(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == "Dowel.Data"));

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol place, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var member in place.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in TypesIn(member, cancellationToken))
            {
                yield return inner;
            }
        }
    }
}
