using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Finds the owned records of the projects and packages that a project refers to.</summary>
/// <remarks>A compilation is new with each keystroke and its references are not: what one holds is found once.</remarks>
internal static class ReferencedOwners
{
    private const string Attributes = "Dowel.Data";

    private static readonly ConditionalWeakTable<IAssemblySymbol, StrongBox<EquatableArray<OwnedTableModel>>> Known = new();

    /// <summary>Finds their tables.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static EquatableArray<OwnedTableModel> Find(Compilation compilation, CancellationToken cancellationToken)
    {
        var found = new List<OwnedTableModel>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.AddRange(Known.GetValue(assembly, static each => new(Read(each))).Value);
        }

        return found.ToEquatableArray();
    }

    private static EquatableArray<OwnedTableModel> Read(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Attributes))
            ? Types(assembly.GlobalNamespace).Where(IsOwned).Select(type => OwnershipParser.ParseTable(type).Table).OfType<OwnedTableModel>().ToEquatableArray()
            : default;

    private static bool IsOwned(INamedTypeSymbol type) => AttributeSet.Of(type) is var attributes
        && (attributes.Has("OwnedByAttribute") || attributes.Has("OwnedThroughAttribute"));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol outer) => outer.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));
}
