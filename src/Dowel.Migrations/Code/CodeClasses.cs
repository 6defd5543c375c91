using System.Reflection;
using System.Reflection.Metadata;

namespace Dowel.Migrations;

/// <summary>Finds the classes of an assembly that are migrations, in its metadata alone: nothing is loaded and none of it runs.</summary>
/// <remarks>A base class or an interface of another assembly is not looked into.</remarks>
internal sealed class CodeClasses(MetadataReader metadata)
{
    // ECMA-335, II.23.2.12: an instance of a generic type is this, then class or value type, then the generic type itself.
    private const byte GenericInstance = 0x15;

    // Longer chains of bases and interfaces are those of a damaged file that goes in circles.
    private const int DepthMax = 100;

    /// <summary>The full names of the classes, in order.</summary>
    public IReadOnlyList<string> Find() =>
    [
        .. metadata.TypeDefinitions
            .Where(handle => !IsAbstract(metadata.GetTypeDefinition(handle)) && IsMigration(handle, 0))
            .Select(NameOf)
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsAbstract(TypeDefinition type) =>
        type.Attributes.HasFlag(TypeAttributes.Abstract);

    private bool IsMigration(EntityHandle handle, int depth)
    {
        if (handle.IsNil || depth > DepthMax)
        {
            return false;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var reference = metadata.GetTypeReference((TypeReferenceHandle)handle);
                return metadata.GetString(reference.Namespace) == typeof(ICodeMigration).Namespace
                    && metadata.GetString(reference.Name) is nameof(ICodeMigration) or nameof(IReversibleCodeMigration);
            case HandleKind.TypeDefinition:
                var type = metadata.GetTypeDefinition((TypeDefinitionHandle)handle);
                return IsMigration(type.BaseType, depth + 1)
                    || type.GetInterfaceImplementations().Any(each =>
                        IsMigration(metadata.GetInterfaceImplementation(each).Interface, depth + 1));
            default:
                return IsMigration(GenericTypeOf((TypeSpecificationHandle)handle), depth + 1);
        }
    }

    private EntityHandle GenericTypeOf(TypeSpecificationHandle handle)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadByte() != GenericInstance)
        {
            return default;
        }

        signature.ReadByte();
        return signature.ReadTypeHandle();
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{NameOf(outer)}+{name}"
            : type.Namespace.IsNil ? name
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
