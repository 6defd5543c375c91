using System.Reflection;

namespace Dowel.Migrations;

/// <summary>The <c>.sql</c> resources of a loaded assembly.</summary>
/// <remarks>Without a prefix, the resources below a part <c>migrations</c> of their names; where there is none, all.</remarks>
public sealed class AssemblySource : IScriptSource
{
    private readonly Assembly _assembly;
    private readonly string? _prefix;

    /// <summary>Names an assembly.</summary>
    /// <param name="assembly">The assembly that embeds the scripts.</param>
    /// <param name="prefix">What the resources' names start with, case and all: <c>Shop.Migrations</c> or <c>shop/migrations</c>; null to find them.</param>
    public AssemblySource(Assembly assembly, string? prefix = null)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        (_assembly, _prefix) = (assembly, prefix);
        Name = assembly.GetName().Name ?? "assembly";
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public SourceFiles Load() => ResourceNames.Select(Name, _assembly.GetManifestResourceNames(), _prefix, Open);

    private Stream Open(string resource) => _assembly.GetManifestResourceStream(resource)
        ?? throw new FileNotFoundException($"The assembly '{Name}' lists the resource '{resource}' but does not hold it.");
}
