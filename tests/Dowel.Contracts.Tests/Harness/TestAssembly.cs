using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using Dowel.Data;

namespace Dowel.Contracts.Tests;

/// <summary>An assembly on the disk with contracts and embedded scripts, as a service's build makes it.</summary>
internal static class TestAssembly
{
    /// <summary>Writes the assembly.</summary>
    public static void Write(string path, IEnumerable<(string Repository, string Json)> contracts, IEnumerable<(string Name, string Sql)> scripts)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(Path.GetFileNameWithoutExtension(path)), typeof(object).Assembly);
        assembly.DefineDynamicModule("module").DefineType("Empty").CreateType();
        var constructor = typeof(ContractAttribute).GetConstructors()[0];
        foreach (var (repository, json) in contracts)
        {
            assembly.SetCustomAttribute(new CustomAttributeBuilder(constructor, [repository, json]));
        }

        var metadata = assembly.GenerateMetadata(out var code, out _);
        var resources = new BlobBuilder();
        foreach (var (name, sql) in scripts)
        {
            var bytes = Encoding.UTF8.GetBytes(sql);
            resources.Align(8);
            metadata.AddManifestResource(ManifestResourceAttributes.Public, metadata.GetOrAddString(name), default, (uint)resources.Count);
            resources.WriteInt32(bytes.Length);
            resources.WriteBytes(bytes);
        }

        var image = new ManagedPEBuilder(
            PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), code, managedResources: resources);
        var blob = new BlobBuilder();
        image.Serialize(blob);
        using var file = File.Create(path);
        blob.WriteContentTo(file);
    }
}
