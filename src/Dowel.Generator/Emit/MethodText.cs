namespace Dowel.Generator;

/// <summary>A generated method as others see it.</summary>
/// <param name="Returns">What it gives.</param>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">Its parameters; the cancellation token follows them.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Result">What its result is.</param>
internal sealed record MethodText(string Returns, string Name, IReadOnlyList<ArgumentText> Arguments, string Summary, string Result)
{
    private string Signature =>
        $"{Returns} {Name}({string.Concat(Arguments.Select(argument => argument.Declaration + ", "))}{KnownTypes.CancellationToken} cancellationToken = default)";

    /// <summary>Whether a method by hand is the same to the compiler, which looks at name and types.</summary>
    /// <param name="method">The method.</param>
    /// <returns>True if it is.</returns>
    public bool IsSame(MethodModel method) => method.Name == Name
        && method.Parameters.Select(Unmarked).SequenceEqual(Arguments.Select(argument => argument.Type).Append(KnownTypes.CancellationToken));

    /// <summary>Writes it with its documentation, as an interface has it.</summary>
    /// <param name="code">Where to.</param>
    public void WriteDeclaration(CodeWriter code)
    {
        code.Line($"/// <summary>{Summary}</summary>");
        foreach (var argument in Arguments)
        {
            code.Line($"/// <param name=\"{argument.Name}\">{argument.Doc}</param>");
        }

        code.Line("/// <param name=\"cancellationToken\">Stops it.</param>");
        code.Line($"/// <returns>{Result}</returns>");
        code.Line(Signature + ";");
    }

    /// <summary>Writes it as a class has it that does one thing.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="expression">What it does.</param>
    public void WriteExpression(CodeWriter code, string expression)
    {
        code.Line("/// <inheritdoc/>");
        code.Line($"public {Signature} =>");
        code.Line($"    {expression};");
    }

    /// <summary>Writes it as a class has it.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="lines">What it does.</param>
    public void WriteBody(CodeWriter code, params IEnumerable<string> lines)
    {
        code.Line("/// <inheritdoc/>");
        var body = lines.ToList();
        code.Open($"public {(body.Exists(line => line.Contains("await ")) ? "async " : "")}{Signature}");
        body.ForEach(code.Line);
        code.Close();
    }

    // `string?` and `string` are one type; `long?` and `long` are two.
    private static string Unmarked(MethodParameterModel parameter) =>
        parameter is { IsNullable: true, Type.IsValueType: false } ? parameter.Declared.TrimEnd('?') : parameter.Declared;
}
