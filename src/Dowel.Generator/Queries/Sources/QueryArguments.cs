using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dowel.Generator;

/// <summary>The arguments of a <c>[Query]</c> with their places.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="compilation">To find constants in.</param>
internal sealed class QueryArguments(AttributeData attribute, Compilation compilation)
{
    /// <summary>Reads a list of texts.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="property">The property's name.</param>
    public static EquatableArray<string> List(AttributeData attribute, string property) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? list.Values.Select(value => value.Value as string ?? "").ToEquatableArray()
            : default;

    /// <summary>Puts the texts beside a method.</summary>
    /// <param name="source">The method.</param>
    public QuerySource AddTo(QuerySource source) => source with
    {
        Shared = attribute.ConstructorArguments is [{ Value: string sql }] ? Locate(sql, null) : null,
        Sqlite = Find("Sqlite"),
        Postgres = Find("Postgres"),
        File = Find("File"),
        Set = Find("Set"),
        Where = Find("Where"),
    };

    private QueryText? Find(string property) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value.Value is string text ? Locate(text, property) : null;

    private QueryText Locate(string value, string? property)
    {
        var syntax = (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax();
        var argument = syntax.ArgumentList!.Arguments.First(argument => argument.NameEquals?.Name.Identifier.ValueText == property);
        return LiteralReader.Read(argument.Expression, value, compilation);
    }
}
