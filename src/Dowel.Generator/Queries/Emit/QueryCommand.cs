namespace Dowel.Generator;

/// <summary>The struct that carries a query's statement and its values to the engine.</summary>
/// <param name="name">The struct's name.</param>
/// <param name="field">The field that holds its statement, or its statements.</param>
/// <param name="plan">The method's fragments.</param>
/// <param name="row">What a row becomes; null where none are read.</param>
internal sealed class QueryCommand(string name, string field, QueryPlan plan, RowModel? row)
{
    /// <summary>Whether there may be no row, so that a struct is read as its nullable.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>What it is made of besides the method's values.</summary>
    public IReadOnlyList<ArgumentText> Further { get; init; } = [];

    /// <summary>What it writes behind the method's values.</summary>
    public Func<MemberSet, IEnumerable<BoundValue>> FurtherValues { get; init; } = _ => [];

    /// <summary>The type arguments of the session's method.</summary>
    public string TypeArguments => row is null ? "" : $"<{name}, {Result}>";

    private string? Result => MayBeMissing && row is { IsValueType: true, IsNullable: false } ? row.Name + "?" : row?.Declared;

    private IEnumerable<ArgumentText> Arguments => plan.Parameters.Select(parameter => new ArgumentText(parameter.Declared, Fields[parameter.Name], ""));

    /// <summary>Whether the server is told the owner before.</summary>
    public bool IsGuarded { get; init; }

    private IEnumerable<BoundValue> Guard => plan.Parameters
        .Where(parameter => IsGuarded && parameter.Name == OwnerSql.Parameter)
        .Select(parameter => new BoundValue(parameter.Type!, Names.Identifier(Fields[parameter.Name]), ""));

    /// <summary>What the method's parameters are called here: as there, unless the struct needs the name itself.</summary>
    private Dictionary<string, string> Fields
    {
        get
        {
            var names = new NameScope(Further.Select(argument => argument.Name).Append("parameters"));
            return plan.Parameters.ToDictionary(parameter => parameter.Name, parameter => names.Take(parameter.Name));
        }
    }

    /// <summary>The expression that makes one in the method.</summary>
    /// <param name="further">The values of <see cref="Further"/>.</param>
    public string New(params IEnumerable<string> further) =>
        $"new {name}({string.Join(", ", plan.Parameters.Select(parameter => Names.Identifier(parameter.Name)).Concat(further))})";

    /// <summary>Writes the struct.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="scope">The repository.</param>
    /// <param name="members">Takes note of what its code needs.</param>
    public void Write(CodeWriter code, RepositoryScope scope, MemberSet members)
    {
        var command = new CommandText(name, [.. Arguments, .. Further], row is null ? "ICommand" : $"IQuery<{Result}>", field + Choice)
        {
            Guard = [.. Guard],
            Result = Result,
            Read = row is null ? "" : RowCode.Read(row, scope, members),
        };
        var locals = new NameScope(["parameters", .. command.Arguments.Select(argument => argument.Name)]);
        command.Write(code, plan.Parameters.Select(parameter => ValueOf(parameter, locals, members)).Concat(FurtherValues(members)), members);
    }

    /// <summary>Chooses the statement for the values that are there.</summary>
    private string Choice => plan.Conditions.Count switch
    {
        0 => "",
        1 => $"[{Holds(plan.Conditions[0])} ? 1 : 0]",
        _ => $"[{string.Join(" + ", plan.Conditions.Select((condition, i) => $"({Holds(condition)} ? {1 << i} : 0)"))}]",
    };

    private BoundValue ValueOf(MethodParameterModel parameter, NameScope locals, MemberSet members)
    {
        var value = Names.Identifier(Fields[parameter.Name]);
        var local = parameter.IsNullable ? Names.Identifier(locals.Take(parameter.Name + "Value")) : value;
        var usual = new BoundValue(parameter.Type!, value, local);
        var write = (parameter.IsList ? ValueCode.WriteList(parameter.Type!, local, members) : ValueCode.Write(parameter.Type!.NotNull, local, members)) + ";";
        return plan.ConditionsOf(parameter.Name) is { } conditions
            ? usual with
            {
                Code = $$"""
                    if ({{Written(parameter, local, [.. conditions.Select(condition => plan.Conditions[condition])])}})
                    {
                        {{write}}
                    }
                    """,
            }
            : parameter.IsList ? usual with { Code = write } : usual;
    }

    /// <summary>When a statement has a parameter that is in fragments alone: when all that one of them depends on is there.</summary>
    private string Written(MethodParameterModel parameter, string local, IReadOnlyList<IReadOnlyList<string>> conditions)
    {
        var others = conditions.Select(condition => condition.Where(name => name != parameter.Name).ToList()).ToList();
        var rest = others.Exists(condition => condition.Count == 0) ? "" : string.Join(" || ", others.Select(Holds));
        if (!parameter.IsNullable)
        {
            return rest;
        }

        var itself = $"{Names.Identifier(Fields[parameter.Name])} is {{ }} {local}";
        return rest.Length == 0 ? itself : others.Count == 1 ? $"{itself} && {rest}" : $"{itself} && ({rest})";
    }

    private string Holds(IEnumerable<string> condition) => string.Join(" && ", condition.Select(parameter => $"{Names.Identifier(Fields[parameter])} is not null"));
}
