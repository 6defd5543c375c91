namespace Dowel.Generator;

/// <summary>The struct that is a statement with its values, as code.</summary>
/// <param name="name">The struct's name.</param>
/// <param name="statements">The field that holds its statement, or its statements.</param>
/// <param name="plan">The method's fragments.</param>
internal sealed class QueryCommand(string name, string statements, QueryPlan plan)
{
    private const string Statement = "global::Dowel.Data.Statement";
    private readonly NameScope _locals = new(["parameters", "row", .. plan.Parameters.Select(parameter => parameter.Name)]);

    /// <summary>The struct's name.</summary>
    public string Name => name;

    /// <summary>What a row becomes; null where none are read.</summary>
    public RowModel? Row { get; init; }

    /// <summary>Whether there may be no row, so that a struct is read as its nullable.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>What a session gives, as C# spells it.</summary>
    public string? Result => MayBeMissing && Row is { IsValueType: true, IsNullable: false } ? Row.Name + "?" : Row?.Declared;

    /// <summary>The type arguments of the session's method.</summary>
    public string TypeArguments => Row is null ? name : $"{name}, {Result}";

    /// <summary>Further parameters of the struct, with what writes their values.</summary>
    public IReadOnlyList<(string Declaration, string Argument, IReadOnlyList<string> Writes)> Further { get; init; } = [];

    /// <summary>The expression that makes one in the method.</summary>
    public string New => $"new {name}({string.Join(", ", plan.Parameters.Select(parameter => Names.Identifier(parameter.Name)).Concat(Further.Select(further => further.Argument)))})";

    /// <summary>Writes the struct.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="members">Takes note of what its code needs.</param>
    public void Write(CodeWriter code, MemberSet members)
    {
        var parameters = plan.Parameters.Select(parameter => $"{parameter.Declared} {Names.Identifier(parameter.Name)}").Concat(Further.Select(further => further.Declaration));
        var kind = Row is null ? "ICommand" : $"IQuery<{Result}>";
        code.Open($"private readonly struct {name}({string.Join(", ", parameters)}) : global::Dowel.Data.{kind}");
        code.Line($"public {Statement} Statement => {statements}{Choice};");
        code.Line();
        code.Line("public void Bind<TWriter>(ref TWriter parameters)");
        code.Open("    where TWriter : struct, global::Dowel.Data.IParameterWriter");
        foreach (var parameter in plan.Parameters)
        {
            WriteParameter(code, parameter, members);
        }

        foreach (var write in Further.SelectMany(further => further.Writes))
        {
            code.Line(write);
        }

        code.Close();
        if (Row is not null)
        {
            code.Line();
            code.Line($"public static {Result} Read<TRow>(in TRow row)");
            code.Line($"    where TRow : struct, global::Dowel.Data.IRow => {RowCode.Read(Row, members)};");
        }

        code.Close();
    }

    /// <summary>The number of the statement for the values that are there.</summary>
    private string Choice => plan.Conditions.Count == 0
        ? ""
        : $"[{string.Join(" + ", plan.Conditions.Select((condition, i) => $"({Holds(condition)} ? {1 << i} : 0)"))}]";

    private static string Holds(IEnumerable<string> condition) => string.Join(" && ", condition.Select(name => $"{Names.Identifier(name)} is not null"));

    private void WriteParameter(CodeWriter code, MethodParameterModel parameter, MemberSet members)
    {
        var value = Names.Identifier(parameter.Name);
        var local = parameter.IsNullable ? _locals.Take(parameter.Name + "Value") : value;
        if (plan.ConditionsOf(parameter.Name) is not { } conditions)
        {
            if (parameter.IsList)
            {
                code.Line(ValueCode.WriteList(parameter.Type!, value, members) + ";");
            }
            else
            {
                ValueCode.WriteStatements(code, parameter.Type!, value, local, members);
            }

            return;
        }

        code.Open($"if ({Bound(parameter, local, [.. conditions.Select(condition => plan.Conditions[condition])])})");
        code.Line((parameter.IsList ? ValueCode.WriteList(parameter.Type!, local, members) : ValueCode.Write(parameter.Type!.NotNull, local, members)) + ";");
        code.Close();
    }

    /// <summary>When a statement has a parameter that is in fragments alone.</summary>
    private static string Bound(MethodParameterModel parameter, string local, IReadOnlyList<IReadOnlyList<string>> conditions)
    {
        var others = conditions.Select(condition => condition.Where(name => name != parameter.Name).ToList()).ToList();
        var rest = others.Any(condition => condition.Count == 0)
            ? ""
            : string.Join(" || ", others.Select(Holds));
        var bracketed = others.Count > 1 && parameter.IsNullable ? $"({rest})" : rest;
        return string.Join(" && ", ((string[])[parameter.IsNullable ? $"{Names.Identifier(parameter.Name)} is {{ }} {local}" : "", rest.Length == 0 ? "" : bracketed]).Where(part => part.Length > 0));
    }
}
