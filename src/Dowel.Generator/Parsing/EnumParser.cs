using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>Finds out how an enum's members travel.</summary>
internal static class EnumParser
{
    /// <summary>Looks at an enum.</summary>
    /// <param name="type">The enum.</param>
    /// <param name="attributes">The attributes on property or parameter.</param>
    /// <returns>How it travels, or why it cannot.</returns>
    public static TypeResult Parse(INamedTypeSymbol type, AttributeSet attributes)
    {
        if (attributes.Has("AsNumberAttribute") || AttributeSet.Of(type).Has("AsNumberAttribute"))
        {
            var number = SimpleTypes.Find(type.EnumUnderlyingType!)!;
            return new(new(Names.NotNull(type), TypeForm.Number, number.Kind) { IsValueType = true, Inner = number, Precision = number.Precision });
        }

        var labels = Labels(type);
        var same = labels.GroupBy(label => label.Text).FirstOrDefault(group => group.Count() > 1);
        return same is null
            ? new(new(Names.NotNull(type), TypeForm.Label, SqlKind.Text) { IsValueType = true, Labels = labels.ToEquatableArray() })
            : new(null, TypeProblem.SameLabel, same.Key);
    }

    // A member that is another one's number is another name for it, and the first name's label stands for both.
    private static List<LabelModel> Labels(INamedTypeSymbol type) =>
    [
        .. type.GetMembers().OfType<IFieldSymbol>()
            .Where(member => member.HasConstantValue)
            .GroupBy(member => member.ConstantValue)
            .Select(group => group.First())
            .Select(member => new LabelModel(Names.Identifier(member.Name), Label(member))),
    ];

    private static string Label(IFieldSymbol member) =>
        AttributeSet.Of(member).Find("LabelAttribute") is { ConstructorArguments: [{ Value: string text }] } ? text : Names.Snake(member.Name);
}
