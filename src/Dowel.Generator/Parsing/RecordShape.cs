using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>The properties of a record that are columns, and how a record is made of them.</summary>
/// <param name="properties">The properties, a base record's before its own.</param>
/// <param name="constructor">The constructor to call.</param>
/// <remarks>Holds symbols: it lives while a record is parsed and no longer.</remarks>
internal sealed class RecordShape(IReadOnlyList<IPropertySymbol> properties, IMethodSymbol constructor)
{
    /// <summary>The properties, a base record's before its own.</summary>
    public IReadOnlyList<IPropertySymbol> Properties => properties;

    /// <summary>The positions of the properties that the constructor takes, in the order of its parameters.</summary>
    public IEnumerable<int> Arguments => constructor.Parameters.Select(parameter => IndexOf(properties, parameter));

    /// <summary>The positions of the properties that are set after it.</summary>
    public IEnumerable<int> Initializers => Enumerable.Range(0, properties.Count)
        .Where(index => Parameter(properties[index]) is null || properties[index].IsRequired);

    /// <summary>Whether a type is a record, also one of another project.</summary>
    /// <param name="type">The type.</param>
    /// <returns>True if it is.</returns>
    /// <remarks>
    /// Of a record struct in a library the compiler does not say so. An equality that it has written itself gives it away: it writes that for no
    /// other struct, and nobody may write it for a record.
    /// </remarks>
    public static bool IsRecord(INamedTypeSymbol type) => type.IsRecord
        || (type is { IsValueType: true, TypeKind: TypeKind.Struct, DeclaringSyntaxReferences.IsEmpty: true }
            && type.GetMembers(WellKnownMemberNames.EqualityOperatorName).Any(IsWrittenByCompiler));

    /// <summary>Looks for columns and for a constructor that takes nothing else.</summary>
    /// <param name="record">The record.</param>
    /// <param name="why">Why there is no such constructor.</param>
    /// <returns>The shape; null without a constructor.</returns>
    public static RecordShape? Of(INamedTypeSymbol record, out string why)
    {
        var all = AllProperties(record);
        var constructors = record.InstanceConstructors.Where(made => IsSeen(made) && !IsCopy(made, record)).ToList();
        var chosen = constructors
            .Where(made => made.Parameters.All(parameter => IndexOf(all, parameter) >= 0 && parameter.RefKind is RefKind.None or RefKind.In))
            .OrderByDescending(made => made.Parameters.Length)
            .FirstOrDefault(made => !made.IsImplicitlyDeclared || made.Parameters.Length > 0 || constructors.Count == 1);
        var field = AllMembers(record).OfType<IFieldSymbol>().FirstOrDefault(found => found.IsRequired);
        why = field is not null ? $"its required field {field.Name} is no property" : Missing(constructors, all);
        return chosen is null || field is not null
            ? null
            : new([.. all.Where(property => IsSettable(property) || chosen.Parameters.Any(parameter => Matches(property, parameter)))], chosen);
    }

    /// <summary>Whether a value can be put into a copy of the record.</summary>
    /// <param name="property">The property.</param>
    /// <returns>True if it can.</returns>
    public static bool IsSettable(IPropertySymbol property) => property.SetMethod is { } setter && IsSeen(setter);

    /// <summary>The attributes of a property, with those on the parameters that it is made of.</summary>
    /// <param name="property">The property.</param>
    /// <returns>The attributes.</returns>
    public AttributeSet Attributes(IPropertySymbol property) => AttributeSet.Of(property, Declaring(property), Parameter(property));

    private IParameterSymbol? Parameter(IPropertySymbol property) => constructor.Parameters.FirstOrDefault(parameter => Matches(property, parameter));

    // The parameter of a positional record that this property was made of, where that is not the constructor's own.
    private IParameterSymbol? Declaring(IPropertySymbol property) =>
        SymbolEqualityComparer.Default.Equals(property.ContainingType, constructor.ContainingType)
            ? null
            : property.ContainingType.InstanceConstructors.SelectMany(made => made.Parameters).FirstOrDefault(parameter => parameter.Name == property.Name);

    private static string Missing(List<IMethodSymbol> constructors, List<IPropertySymbol> properties) =>
        constructors.SelectMany(made => made.Parameters).FirstOrDefault(parameter => IndexOf(properties, parameter) < 0) is { } parameter
            ? $"its constructor takes '{parameter.Name}', which is no property of the same type"
            : "no constructor of it can be seen";

    private static List<IPropertySymbol> AllProperties(INamedTypeSymbol record)
    {
        var found = new List<IPropertySymbol>();
        foreach (var property in AllMembers(record).OfType<IPropertySymbol>().Where(IsReadable))
        {
            var hidden = found.FindIndex(other => other.Name == property.Name);
            if (hidden >= 0)
            {
                found[hidden] = property;
            }
            else
            {
                found.Add(property);
            }
        }

        return found;
    }

    private static IEnumerable<ISymbol> AllMembers(INamedTypeSymbol record) =>
        (record.BaseType is { SpecialType: SpecialType.None } parent ? AllMembers(parent) : []).Concat(record.GetMembers());

    private static bool IsReadable(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, GetMethod: { } getter, ExplicitInterfaceImplementations.IsEmpty: true } && IsSeen(getter);

    private static bool IsSeen(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool IsCopy(IMethodSymbol made, INamedTypeSymbol record) =>
        made.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(made.Parameters[0].Type, record);

    private static bool IsWrittenByCompiler(ISymbol member) =>
        member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    private static int IndexOf(IReadOnlyList<IPropertySymbol> properties, IParameterSymbol parameter)
    {
        for (var i = 0; i < properties.Count; i++)
        {
            if (Matches(properties[i], parameter))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Matches(IPropertySymbol property, IParameterSymbol parameter) =>
        string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type);
}
