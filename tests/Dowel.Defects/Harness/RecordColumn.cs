using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dowel.Defects;

/// <summary>A column of a record: a parameter or a property.</summary>
/// <param name="File">The record's file.</param>
/// <param name="Record">The record.</param>
/// <param name="Node">The parameter or property.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Attributes">Its attributes.</param>
internal sealed record RecordColumn(string File, RecordDeclarationSyntax Record, CSharpSyntaxNode Node, string Name, TypeSyntax Type, IReadOnlyList<AttributeSyntax> Attributes)
{
    public string Source { get; } = Record.SyntaxTree.ToString();

    public string Table { get; } = Record.AttributeLists.SelectMany(list => list.Attributes).First(attribute => attribute.Name.ToString() == "Table")
        .ArgumentList!.Arguments[0].Expression.ToString().Trim('"');

    /// <summary>The column's name.</summary>
    public string Column => Find("Column")?.ArgumentList!.Arguments[0].Expression.ToString().Trim('"')
        ?? string.Concat(Name.Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? "_" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    /// <summary>All columns of a system's records.</summary>
    public static IEnumerable<RecordColumn> All(SystemSource system) =>
        from file in system.Files
        from record in file.Value.GetRoot().DescendantNodes().OfType<RecordDeclarationSyntax>()
        where record.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "Table")
        from column in Of(file.Key, record)
        select column;

    public AttributeSyntax? Find(string attribute) => Attributes.FirstOrDefault(each => each.Name.ToString() == attribute || each.Name.ToString().StartsWith(attribute + "<", StringComparison.Ordinal));

    /// <summary>The record with another type here.</summary>
    public Defect Retyped(string type, params string[] codes) => Placed(Defect.Replace(File, Source, (Type.SpanStart, Type.Span.Length), type, codes));

    /// <summary>The record with an attribute more here.</summary>
    public Defect With(string attribute, params string[] codes) => Placed(Defect.Replace(File, Source, (Start, 0), $"[{attribute}] ", codes));

    /// <summary>The record with one attribute less here, or another in its place.</summary>
    public Defect Without(AttributeSyntax attribute, string other, params string[] codes) =>
        Placed(((AttributeListSyntax)attribute.Parent!).Attributes.Count == 1 && other.Length == 0
            ? Defect.Replace(File, Source, (attribute.Parent.SpanStart, attribute.Parent.Span.Length), "", codes)
            : Defect.Replace(File, Source, (attribute.SpanStart, attribute.Span.Length), other.Length == 0 ? "System.Obsolete" : other, codes));

    /// <summary>The place of a mistake is somewhere in the column's declaration.</summary>
    private Defect Placed(Defect defect) => defect.At(Start, Node.Span.Length + defect.Text.Length - Source.Length);

    // Documentation is no part of the span.
    private int Start => Node.SpanStart;

    private static IEnumerable<RecordColumn> Of(string file, RecordDeclarationSyntax record) => record.ParameterList is { } list
        ? list.Parameters.Select(each => new RecordColumn(file, record, each, each.Identifier.Text, each.Type!, [.. each.AttributeLists.SelectMany(one => one.Attributes)]))
        : record.Members.OfType<PropertyDeclarationSyntax>()
            .Select(each => new RecordColumn(file, record, each, each.Identifier.Text, each.Type, [.. each.AttributeLists.SelectMany(one => one.Attributes)]));
}
