using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Dowel.Migrations;

/// <summary>The <c>.sql</c> resources of an assembly's file, read as data: nothing is loaded and none of its code runs.</summary>
/// <remarks>Without a prefix, the resources below a part <c>migrations</c> of their names; where there is none, all.</remarks>
public sealed class AssemblyFileSource : IScriptSource
{
    private readonly string? _prefix;

    /// <summary>Names an assembly's file.</summary>
    /// <param name="path">The path of the <c>.dll</c>.</param>
    /// <param name="prefix">What the resources' names start with, case and all: <c>Shop.Migrations</c> or <c>shop/migrations</c>; null to find them.</param>
    public AssemblyFileSource(string path, string? prefix = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (Name, _prefix) = (path, prefix);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public SourceFiles Load()
    {
        try
        {
            using var reader = new PEReader(File.OpenRead(Name));
            return reader.HasMetadata && reader.PEHeaders.CorHeader?.ResourcesDirectory.RelativeVirtualAddress is >= 0 and var address
                ? Select(reader, address)
                : Refuse(LoadErrors.NotAnAssembly(Name));
        }
        catch (BadImageFormatException)
        {
            return Refuse(LoadErrors.NotAnAssembly(Name));
        }
        catch (UnauthorizedAccessException failure)
        {
            return Refuse(LoadErrors.Unreadable(Name, failure.Message));
        }
    }

    private SourceFiles Select(PEReader reader, int resourcesAddress)
    {
        var metadata = reader.GetMetadataReader();
        var offsets = metadata.ManifestResources
            .Select(metadata.GetManifestResource)
            .Where(resource => resource.Implementation.IsNil)
            .DistinctBy(resource => metadata.GetString(resource.Name))
            .ToDictionary(resource => metadata.GetString(resource.Name), resource => resource.Offset);

        // The file is closed when the scripts are read, so their bytes are taken along now.
        var found = ResourceNames.Select(Name, offsets.Keys, _prefix, name => Copy(reader, resourcesAddress, offsets[name]));
        return found with { Files = [.. found.Files.Select(Keep)], Companions = [.. found.Companions.Select(Keep)] };
    }

    private static ScriptFile Keep(ScriptFile file)
    {
        var bytes = ((MemoryStream)file.Open()).ToArray();
        return new(file.Name, file.Path, () => new MemoryStream(bytes, writable: false));
    }

    // A resource is its length in four bytes and then its bytes (ECMA-335, II.24.2.4 and II.25.3.3).
    private static MemoryStream Copy(PEReader reader, int resourcesAddress, long offset)
    {
        var bytes = reader.GetSectionData(resourcesAddress).GetReader();
        bytes.Offset = (int)Math.Min(offset, int.MaxValue);
        return new(bytes.ReadBytes(bytes.ReadInt32()), writable: false);
    }

    private static SourceFiles Refuse(DowelError error) => new([], [error]);
}
