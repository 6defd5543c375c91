using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Dowel.Migrations;

namespace Dowel.Contracts;

/// <summary>Reads the contracts that an assembly carries as attributes, as data: nothing is loaded and none of its code runs.</summary>
internal static class ContractAssembly
{
    private const string AttributeNamespace = "Dowel.Data";
    private const string AttributeName = "ContractAttribute";

    // ECMA-335, II.23.3: every custom attribute starts with these two bytes.
    private const ushort Prolog = 1;

    /// <summary>Reads the contracts.</summary>
    /// <param name="path">The path of the <c>.dll</c>.</param>
    /// <returns>Empty for an assembly without repositories, and for a file that is no assembly.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ContractSet Load(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            return file.HasMetadata ? Read(file.GetMetadataReader(), path) : ContractSet.Empty;
        }
        catch (BadImageFormatException)
        {
            return ContractSet.Empty;
        }
    }

    private static ContractSet Read(MetadataReader metadata, string path)
    {
        var (contracts, errors) = (new List<RepositoryContract>(), new List<DowelError>());
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (!IsContract(metadata, attribute.Constructor))
            {
                continue;
            }

            var (repository, json) = Arguments(metadata.GetBlobReader(attribute.Value));
            var contract = ContractReader.Read(repository, json, path, out var error);
            if (contract is not null)
            {
                contracts.Add(contract);
            }
            else
            {
                errors.Add(error!);
            }
        }

        return new([.. contracts.OrderBy(contract => contract.Repository, StringComparer.Ordinal)], errors);
    }

    private static (string Repository, string Json) Arguments(BlobReader blob) =>
        blob.ReadUInt16() == Prolog ? (blob.ReadSerializedString() ?? "", blob.ReadSerializedString() ?? "") : ("", "");

    // The attribute is another assembly's; one that is defined in the assembly itself counts too.
    private static bool IsContract(MetadataReader metadata, EntityHandle constructor)
    {
        var parent = constructor.Kind == HandleKind.MemberReference
            ? metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent
            : metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType();
        var (space, name) = parent.Kind switch
        {
            HandleKind.TypeReference => Named(metadata.GetTypeReference((TypeReferenceHandle)parent)),
            HandleKind.TypeDefinition => Defined(metadata.GetTypeDefinition((TypeDefinitionHandle)parent)),
            _ => default,
        };
        return !name.IsNil && metadata.StringComparer.Equals(name, AttributeName) && metadata.StringComparer.Equals(space, AttributeNamespace);
    }

    private static (StringHandle Namespace, StringHandle Name) Named(TypeReference type) => (type.Namespace, type.Name);

    private static (StringHandle Namespace, StringHandle Name) Defined(TypeDefinition type) => (type.Namespace, type.Name);
}
