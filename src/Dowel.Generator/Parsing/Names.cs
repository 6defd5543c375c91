using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dowel.Generator;

/// <summary>Names in C# and in databases.</summary>
internal static class Names
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A type as generated code names it, with what it says about null.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The name, from <c>global::</c>.</returns>
    public static string Declared(ITypeSymbol type) => type.ToDisplayString(Full);

    /// <summary>A type as generated code names it, never null itself.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The name, from <c>global::</c>.</returns>
    public static string NotNull(ITypeSymbol type) => Declared(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    /// <summary>A property's name as the database has it: <c>LastLoginAt</c> is <c>last_login_at</c>, <c>HTTPCode2</c> is <c>http_code2</c>.</summary>
    /// <param name="name">The name in C#.</param>
    /// <returns>The name in snake case.</returns>
    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    /// <summary>A name for a parameter or a local variable: <c>UserId</c> is <c>userId</c>, <c>ID</c> is <c>id</c>.</summary>
    /// <param name="name">The name in C#.</param>
    /// <returns>The name with a small start, without an at sign.</returns>
    public static string Camel(string name)
    {
        var end = 0;
        while (end < name.Length && char.IsUpper(name[end]) && (end == 0 || end + 1 == name.Length || !char.IsLower(name[end + 1])))
        {
            end++;
        }

        return name.Substring(0, end).ToLowerInvariant() + name.Substring(end);
    }

    /// <summary>A name as C# takes it, with an at sign where it is a keyword.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The identifier.</returns>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) is SyntaxKind.FieldKeyword or SyntaxKind.AwaitKeyword
            ? "@" + name
            : name;

    /// <summary>Whether a database takes a name for a table or column on both engines.</summary>
    /// <param name="name">The name.</param>
    /// <returns>False for an empty one, one of more than 63 bytes in UTF-8 (PostgreSQL cuts those), or one with U+0000.</returns>
    public static bool CanBeColumn(string name) =>
        name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= 63 && name.IndexOf('\0') < 0;

    /// <summary>Text as a C# literal.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The literal, in quotes.</returns>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
