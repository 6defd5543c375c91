using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dowel.Generator;

/// <summary>Finds where each character of a constant string stands in source.</summary>
/// <remarks>Follows literals of every kind, constants and <c>+</c>; whatever else makes up a constant has no places.</remarks>
internal sealed class LiteralReader
{
    private readonly Compilation _compilation;
    private readonly StringBuilder _value = new();
    private readonly List<(SyntaxTree Tree, int Position)> _places = [];

    private LiteralReader(Compilation compilation) => _compilation = compilation;

    /// <summary>Reads an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="value">The constant that it is.</param>
    /// <param name="compilation">To find constants in.</param>
    /// <returns>The text with its places.</returns>
    public static QueryText Read(ExpressionSyntax expression, string value, Compilation compilation)
    {
        var reader = new LiteralReader(compilation);
        var exact = reader.Take(expression, depth: 0) && reader._value.ToString() == value;
        return new(value, LocationSnapshot.Of(expression.GetLocation())!, exact ? reader.Points() : default);
    }

    private EquatableArray<TextPoint> Points()
    {
        var points = new List<TextPoint>();
        for (var i = 0; i < _places.Count; i++)
        {
            var (tree, position) = _places[i];
            if (i == 0 || _value[i - 1] == '\n' || tree != _places[i - 1].Tree || position != _places[i - 1].Position + 1)
            {
                var line = tree.GetLineSpan(new TextSpan(position, 0)).StartLinePosition;
                points.Add(new(i, tree.FilePath, position, line.Line, line.Character));
            }
        }

        return points.ToEquatableArray();
    }

    private bool Take(ExpressionSyntax expression, int depth) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Take(inner.Expression, depth),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => Take(sum.Left, depth) && Take(sum.Right, depth),
        LiteralExpressionSyntax literal => Take(literal.Token),
        // A constant can be made of itself only in source that does not compile; the depth ends that.
        IdentifierNameSyntax or MemberAccessExpressionSyntax when depth < 8 => InitializerOf(expression) is { } value && Take(value, depth + 1),
        _ => false,
    };

    private ExpressionSyntax? InitializerOf(ExpressionSyntax name) =>
        _compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name).Symbol is IFieldSymbol { IsConst: true } field
        && field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
            ? value
            : null;

    private bool Take(SyntaxToken token)
    {
        switch (token.Kind())
        {
            case SyntaxKind.StringLiteralToken when token.Text[0] == '@':
                TakeVerbatim(token);
                return true;
            case SyntaxKind.StringLiteralToken:
                TakeRegular(token);
                return true;
            case SyntaxKind.SingleLineRawStringLiteralToken:
                var quotes = QuotesOf(token.Text);
                TakeRun(token, quotes, token.Text.Length - quotes);
                return true;
            case SyntaxKind.MultiLineRawStringLiteralToken:
                TakeLines(token);
                return true;
            default:
                return false;
        }
    }

    private void TakeVerbatim(SyntaxToken token)
    {
        for (var i = 2; i < token.Text.Length - 1; i++)
        {
            Add(token.Text[i], token, i);
            i += token.Text[i] == '"' ? 1 : 0;
        }
    }

    private void TakeRegular(SyntaxToken token)
    {
        var text = token.Text;
        for (var i = 1; i < text.Length - 1;)
        {
            var start = i++;
            if (text[start] != '\\')
            {
                Add(text[start], token, start);
                continue;
            }

            var kind = text[i++];
            if (kind is 'u' or 'U' or 'x')
            {
                var end = HexEnd(text, i, kind switch { 'u' => 4, 'U' => 8, _ => 4 });
                foreach (var c in Character(text.Substring(i, end - i)))
                {
                    Add(c, token, start);
                }

                i = end;
            }
            else
            {
                Add(Escaped(kind), token, start);
            }
        }
    }

    /// <summary>The lines between the quotes' lines, without the white space that stands before the closing quotes.</summary>
    private void TakeLines(SyntaxToken token)
    {
        var text = token.Text;
        var last = text.LastIndexOf('\n');
        var indent = text.Length - QuotesOf(text) - last - 1;
        var end = text[last - 1] == '\r' ? last - 1 : last;
        for (var start = text.IndexOf('\n') + 1; start < end;)
        {
            var next = text.IndexOf('\n', start) is var found && found < end ? found + 1 : end;
            var blank = start;
            while (blank < next && blank < start + indent && text[blank] is not ('\r' or '\n'))
            {
                blank++;
            }

            TakeRun(token, blank, next);
            start = next;
        }
    }

    private void TakeRun(SyntaxToken token, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            Add(token.Text[i], token, i);
        }
    }

    private void Add(char c, SyntaxToken token, int index)
    {
        _value.Append(c);
        _places.Add((token.SyntaxTree!, token.SpanStart + index));
    }

    private static int QuotesOf(string raw) => raw.TakeWhile(c => c == '"').Count();

    private static int HexEnd(string text, int start, int most)
    {
        var end = start;
        while (end < start + most && Uri.IsHexDigit(text[end]))
        {
            end++;
        }

        return end;
    }

    private static string Character(string hex) =>
        int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is (>= 0 and < 0xD800) or (> 0xDFFF and <= 0x10FFFF)
            ? char.ConvertFromUtf32(code)
            : ((char)code).ToString();

    private static char Escaped(char kind) => kind switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        'f' => '\f',
        'v' => '\v',
        'e' => '\u001b',
        _ => kind,
    };
}
