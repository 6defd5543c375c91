namespace Dowel.Generator;

/// <summary>A method's statements: one for each combination of its optional fragments, and when each is sent.</summary>
/// <remarks>
/// Fragments that depend on the same parameters are in a statement together, so what counts is the set of parameters, a condition.
/// A statement's number is made of one bit for each condition that holds.
/// </remarks>
internal sealed class QueryPlan
{
    /// <summary>How many conditions a method may have; each doubles its statements.</summary>
    public const int ConditionsMax = 6;

    private readonly MethodModel _method;
    private readonly List<IReadOnlyList<string>> _conditions = [];

    private QueryPlan(MethodModel method, QueryTemplate sqlite, QueryTemplate postgres)
    {
        (_method, Sqlite, Postgres) = (method, sqlite, postgres);
        foreach (var template in (QueryTemplate[])[sqlite, postgres])
        {
            for (var fragment = 0; fragment < template.Fragments; fragment++)
            {
                var condition = NullableIn(template, fragment);
                if (!_conditions.Any(known => known.SequenceEqual(condition)))
                {
                    _conditions.Add(condition);
                }
            }
        }
    }

    /// <summary>SQLite's template.</summary>
    public QueryTemplate Sqlite { get; }

    /// <summary>PostgreSQL's template.</summary>
    public QueryTemplate Postgres { get; }

    /// <summary>The parameters that must not be null for a fragment to be in, once for each set of them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Conditions => _conditions;

    /// <summary>What the method makes of the result: a number or a truth value of a statement without rows is about the rows that it changed.</summary>
    public QueryGives Gives => _method.Result switch
    {
        { Gives: QueryGives.One, Row: { Form: RowForm.Scalar, Name: "int" or "long", IsNullable: false } } when !GivesRows => QueryGives.Affected,
        { Gives: QueryGives.One, Row: { Form: RowForm.Scalar, Name: "bool", IsNullable: false } } when !GivesRows => QueryGives.Changed,
        { } result => result.Gives,
        null => QueryGives.Nothing,
    };

    /// <summary>Whether the statement gives rows.</summary>
    public bool GivesRows => Sqlite.Shape.GivesRows;

    /// <summary>Every parameter that a statement can have, in the order in which they are numbered and written.</summary>
    public IReadOnlyList<MethodParameterModel> Parameters =>
    [
        .. Sqlite.ParameterParts.Concat(Postgres.ParameterParts)
            .Select(part => part.Name)
            .Distinct()
            .Select(name => _method.Parameters.FirstOrDefault(parameter => parameter.Name == name))
            .Where(parameter => parameter is not null)!,
    ];

    /// <summary>Finds the combinations of a method's fragments.</summary>
    /// <param name="method">The method.</param>
    public static QueryPlan Create(MethodModel method) => new(
        method,
        Read(method, method.Sqlite, SqlWords.Sqlite),
        Read(method, method.Postgres, SqlWords.Postgres));

    private static QueryTemplate Read(MethodModel method, string text, SqlWords words) =>
        OwnedParts.Resolve(TemplateReader.Read(text, method.Sqlite == method.Postgres ? SqlWords.Both : words), method);

    /// <summary>The conditions of which one must hold for a statement to have a parameter; null where every statement has it.</summary>
    /// <param name="parameter">The parameter's name.</param>
    public IReadOnlyList<int>? ConditionsOf(string parameter) => ConditionsOf(parameter, [Sqlite, Postgres]);

    /// <summary>The same for one engine's text.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="templates">The text, or both.</param>
    public IReadOnlyList<int>? ConditionsOf(string parameter, IReadOnlyList<QueryTemplate> templates)
    {
        var conditions = new SortedSet<int>();
        foreach (var template in templates)
        {
            foreach (var part in template.ParameterParts.Where(part => part.Name == parameter))
            {
                if (part.Fragment < 0)
                {
                    return null;
                }

                conditions.Add(ConditionOf(template, part.Fragment));
            }
        }

        return [.. conditions];
    }

    /// <summary>Whether no parameter in a fragment can be null.</summary>
    /// <param name="template">The template.</param>
    /// <param name="fragment">The fragment's number in it.</param>
    public bool IsConstant(QueryTemplate template, int fragment) => NullableIn(template, fragment).Count == 0;

    /// <summary>The parameters of a statement, in the order of their numbers.</summary>
    /// <param name="combination">The conditions that hold, as bits.</param>
    public IReadOnlyList<MethodParameterModel> ParametersOf(int combination) =>
    [
        .. Parameters.Where(parameter => ConditionsOf(parameter.Name) is not { } conditions
            || conditions.Any(condition => IsIn(condition, combination))),
    ];

    /// <summary>Makes a statement's text for an engine.</summary>
    /// <param name="template">The engine's template.</param>
    /// <param name="record">The repository's record.</param>
    /// <param name="combination">The conditions that hold, as bits.</param>
    /// <param name="statement">Where to.</param>
    public void Render(QueryTemplate template, RecordModel record, int combination, RenderedQuery statement)
    {
        var names = new QueryNames(record, ParametersOf(combination), fragment => IsIn(ConditionOf(template, fragment), combination));
        new QueryRenderer(template, template == Postgres ? SqlWords.Postgres : SqlWords.Sqlite, names).Render(statement);
    }

    private static bool IsIn(int condition, int combination) => (combination & (1 << condition)) != 0;

    private int ConditionOf(QueryTemplate template, int fragment)
    {
        var condition = NullableIn(template, fragment);
        return _conditions.FindIndex(known => known.SequenceEqual(condition));
    }

    /// <summary>The parameters in a fragment that may be null, in the order of the method's.</summary>
    private IReadOnlyList<string> NullableIn(QueryTemplate template, int fragment)
    {
        var names = new HashSet<string>(template.ParameterParts.Where(part => part.Fragment == fragment).Select(part => part.Name));
        return [.. _method.Parameters.Where(parameter => parameter.IsNullable && names.Contains(parameter.Name)).Select(parameter => parameter.Name)];
    }
}
