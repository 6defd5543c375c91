namespace Dowel.Generator;

/// <summary>The struct that carries a statement and its values to the engine.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">What it is made of.</param>
/// <param name="Interface">What it is, without <c>Dowel.Data</c>.</param>
/// <param name="Statement">The field with its statement.</param>
internal sealed record CommandText(string Name, IReadOnlyList<ArgumentText> Arguments, string Interface, string Statement)
{
    /// <summary>What a row becomes; null where there are no rows.</summary>
    public string? Result { get; init; }

    /// <summary>The expression that makes it of <c>row</c>.</summary>
    public string Read { get; init; } = "";

    /// <summary>Further members, each one line.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The method that writes the values.</summary>
    public string Bind { get; init; } = "Bind<TWriter>(ref TWriter parameters)";

    /// <summary>The owner, whom the server is told before; none where nobody is.</summary>
    public IReadOnlyList<BoundValue> Guard { get; init; } = [];

    /// <summary>Writes the struct.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="values">The values that it writes.</param>
    /// <param name="members">Takes note of what that needs.</param>
    public void Write(CodeWriter code, IEnumerable<BoundValue> values, MemberSet members)
    {
        var made = Arguments.Count == 0 ? "" : $"({string.Join(", ", Arguments.Select(argument => argument.Declaration))})";
        code.Line();
        code.Open($"private readonly struct {Name}{made} : {KnownTypes.Data}{Interface}");
        code.Line($"public {KnownTypes.Data}Statement Statement => {Statement};");
        foreach (var member in Members)
        {
            code.Line();
            code.Line(member);
        }

        WriteBind(code, Bind, [.. values], members);
        if (Guard.Count > 0)
        {
            WriteBind(code, "BindOwner<TWriter>(ref TWriter parameters)", Guard, members);
        }

        if (Result is not null)
        {
            code.Line();
            code.Line($"public static {Result} Read<TRow>(in TRow row)");
            code.Line($"    where TRow : struct, {KnownTypes.Data}IRow => {Read};");
        }

        code.Close();
    }

    private static void WriteBind(CodeWriter code, string method, IReadOnlyList<BoundValue> values, MemberSet members)
    {
        code.Line();
        code.Line($"public void {method}");
        code.Open($"    where TWriter : struct, {KnownTypes.Data}IParameterWriter");
        WriteValues(code, values, members);
        code.Close();
    }

    /// <summary>Writes the statements that write values.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="values">The values.</param>
    /// <param name="members">Takes note of what they need.</param>
    public static void WriteValues(CodeWriter code, IReadOnlyList<BoundValue> values, MemberSet members)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Code is { } own)
            {
                code.Line(own);
            }
            else
            {
                ValueCode.WriteStatements(code, values[i].Type, values[i].Expression, values[i].Local, members);
            }

            // A block and what follows it.
            if (i < values.Count - 1 && (values[i].Type.IsNullable || values[i].Code?.Contains('\n') == true))
            {
                code.Line();
            }
        }
    }
}
