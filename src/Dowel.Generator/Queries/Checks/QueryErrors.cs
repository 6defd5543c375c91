using Microsoft.CodeAnalysis;

namespace Dowel.Generator;

/// <summary>What can be wrong with a method that has a <c>[Query]</c>.</summary>
internal static class QueryErrors
{
    /// <summary>A method cannot be implemented; arguments: method, why.</summary>
    public static readonly DiagnosticDescriptor NotPartial = Make(
        "DWL3050",
        "A query that is not a partial method",
        "{0} has [Query] and is {1}. Declare it as a partial method without a body: 'public partial ValueTask<…> {0}(…);'.");

    /// <summary>A method cannot be cancelled; arguments: method.</summary>
    public static readonly DiagnosticDescriptor NoCancellation = Make(
        "DWL3051",
        "A query that nobody can stop",
        "{0} takes no CancellationToken. Add 'CancellationToken cancellationToken = default' as its last parameter.");

    /// <summary>A parameter is passed in a way that a statement has no use for; arguments: parameter, modifier.</summary>
    public static readonly DiagnosticDescriptor ByReference = Make(
        "DWL3052",
        "A parameter that is no plain value",
        "Parameter {0} is '{1}'. A query's parameters are values: take the word away, and return what the method finds out.");

    /// <summary>A return type says nothing about rows; arguments: method, type.</summary>
    public static readonly DiagnosticDescriptor UnsupportedReturn = Make(
        "DWL3053",
        "A result that no statement has",
        "{0} returns '{1}'. Return ValueTask, ValueTask<T>, ValueTask<IReadOnlyList<T>>, ValueTask<Page<T>>, ValueTask<CursorPage<T>> or IAsyncEnumerable<T>, where T is a record, a tuple or one value.");

    /// <summary>A collection cannot be a list of values; arguments: parameter, type.</summary>
    public static readonly DiagnosticDescriptor UnsupportedList = Make(
        "DWL3054",
        "A collection that is no list of values",
        "Parameter {0} is '{1}'. A list of values is an IReadOnlyCollection<T>, or a type that is one, of a type that columns have and that is never null.");

    /// <summary>There is no SQL for an engine; arguments: method, engine, property.</summary>
    public static readonly DiagnosticDescriptor NoSql = Make(
        "DWL3055",
        "A query without SQL",
        "{0} has no SQL for {1}. Give one text for both engines, [Query(\"select …\")], or one for each, {2} = \"select …\".");

    /// <summary>A file is not there; arguments: path as written, path looked for.</summary>
    public static readonly DiagnosticDescriptor FileNotFound = Make(
        "DWL3056",
        "A file that is not there",
        "'{0}' is not among the project's SQL files; '{1}' was looked for. Paths are relative to the source file, and files outside the project need <AdditionalFiles Include=\"…\" />.");

    /// <summary>A name is none of the method's parameters; arguments: name, method, known names.</summary>
    public static readonly DiagnosticDescriptor UnknownParameter = Make(
        "DWL3057",
        "A parameter that the method does not have",
        "'@{0}' is no parameter of {1}, which has {2}.");

    /// <summary>A parameter is not used; arguments: name, method, engine.</summary>
    public static readonly DiagnosticDescriptor UnusedParameter = Make(
        "DWL3058",
        "A parameter that the SQL does not use",
        "Parameter '{0}' of {1} is not used in {2}, or only in optional parts of one text and not of the other. Use it as '@{0}', or take it away.");

    /// <summary>A word in braces means nothing; arguments: braces.</summary>
    public static readonly DiagnosticDescriptor UnknownBraces = Make(
        "DWL3059",
        "Braces that mean nothing",
        "'{0}' means nothing. Known are {{columns}}, {{columns:alias}}, {{? … }} and the tables of owned records; a brace by itself is written twice.");

    /// <summary>A brace has no partner; arguments: brace.</summary>
    public static readonly DiagnosticDescriptor UnbalancedBrace = Make(
        "DWL3060",
        "A brace without its partner",
        "'{0}' has no partner. Close '{{?' with '}}', and write a brace by itself twice.");

    /// <summary>A quote or comment is never closed; arguments: how it begins.</summary>
    public static readonly DiagnosticDescriptor Unterminated = Make(
        "DWL3061",
        "A quote or comment that is never closed",
        "What begins with {0} is never closed, so the rest of the text is part of it.");

    /// <summary>A parenthesis has no partner, or has it on the other side of a fragment's end; arguments: parenthesis.</summary>
    public static readonly DiagnosticDescriptor UnbalancedParenthesis = Make(
        "DWL3062",
        "Half a pair of parentheses",
        "'{0}' has no partner. Write the other half, within the same optional fragment where it is in one: the statement must be right with it and without it.");

    /// <summary>There is more than one statement.</summary>
    public static readonly DiagnosticDescriptor SecondStatement = Make(
        "DWL3063",
        "A second statement",
        "A second statement begins here. A query is one statement: give the other a method of its own, and call both in a transaction.");

    /// <summary>A parameter is written as the engine has it; arguments: as written.</summary>
    public static readonly DiagnosticDescriptor ForeignParameter = Make(
        "DWL3064",
        "A parameter in an engine's own spelling",
        "'{0}' is a parameter that nothing is bound to. Write '@name', after the method's parameter; an operator of PostgreSQL goes into Postgres = \"…\".");

    /// <summary>An operator is written onto a parameter; arguments: name.</summary>
    public static readonly DiagnosticDescriptor AmbiguousOperator = Make(
        "DWL3065",
        "An operator that swallows a parameter",
        "PostgreSQL reads an operator that ends in '@' here, not '@{0}'. Put a space before '@{0}' if the parameter is meant, or before '{0}' if the column is.");

    /// <summary>A fragment is in a fragment.</summary>
    public static readonly DiagnosticDescriptor NestedFragment = Make(
        "DWL3066",
        "A fragment in a fragment",
        "Optional fragments cannot be in one another. Close the first with '}' before this one; a fragment with two parameters is left out while either is null.");

    /// <summary>A fragment is never left out.</summary>
    public static readonly DiagnosticDescriptor ConstantFragment = Make(
        "DWL3067",
        "A fragment that is never left out",
        "No parameter in this fragment can be null, so it would always be there. Make the parameter that decides nullable, or take the braces away.");

    /// <summary>There are too many fragments; arguments: method, most.</summary>
    public static readonly DiagnosticDescriptor TooManyFragments = Make(
        "DWL3068",
        "Too many optional fragments",
        "{0} has fragments that depend on more than {1} sets of parameters; each doubles the statements that are prepared and checked. Split the method.");

    /// <summary>A list is used as one value; arguments: name.</summary>
    public static readonly DiagnosticDescriptor ListOutsideIn = Make(
        "DWL3069",
        "A list where a value belongs",
        "'@{0}' is a collection; a text for both engines can use it only as 'in (@{0})' or 'not in (@{0})'.");

    /// <summary>A list may be null where it is always needed; arguments: name.</summary>
    public static readonly DiagnosticDescriptor NullableList = Make(
        "DWL3070",
        "A list that may be missing",
        "'@{0}' may be null, and nothing is in or not in a list that is not there. Put the test into a fragment, {{? and … in (@{0}) }}, or make the parameter not nullable.");

    /// <summary>A statement gives no rows; arguments: method, type, verb.</summary>
    public static readonly DiagnosticDescriptor NoRows = Make(
        "DWL3071",
        "A result of a statement that gives no rows",
        "{0} returns '{1}', and its '{2}' gives no rows. Add 'returning …', or return ValueTask, ValueTask<bool>, ValueTask<int> or ValueTask<long>.");

    /// <summary>One engine's text gives rows and the other's does not; arguments: method, the engine that does, the one that does not.</summary>
    public static readonly DiagnosticDescriptor EnginesDiffer = Make(
        "DWL3072",
        "Rows on one engine alone",
        "{0} gives rows on {1} and none on {2}. Let both texts give the same result.");

    /// <summary>A page and what asks for it do not go together; arguments: method, what it lacks.</summary>
    public static readonly DiagnosticDescriptor PageRequest = Make(
        "DWL3073",
        "A page that nobody asks for",
        "{0} needs {1}. Page<T> goes with one PageRequest, CursorPage<T> with one CursorRequest, and neither with another result.");

    /// <summary>A query's own order or limit is in the way of its pages; arguments: method, what to do.</summary>
    public static readonly DiagnosticDescriptor PageOrder = Make(
        "DWL3074",
        "Pages without an order, or with a limit of their own",
        "{0} gives pages and {1}.");

    /// <summary>OrderBy cannot be used; arguments: method, why.</summary>
    public static readonly DiagnosticDescriptor CursorOrder = Make(
        "DWL3075",
        "An order that a cursor cannot follow",
        "{0} {1}. Name members of the result that columns can be ordered by, [Query(…, OrderBy = [nameof(Row.CreatedAt), nameof(Row.Id)])], with '-' before those that fall.");

    /// <summary>SQL is given in more ways than one; arguments: method.</summary>
    public static readonly DiagnosticDescriptor GivenTwice = Make(
        "DWL3077",
        "SQL given twice",
        "{0} has its SQL in a file and in the attribute. Keep one.");

    /// <summary>The class is no repository; arguments: method, class.</summary>
    public static readonly DiagnosticDescriptor NoRepository = Make(
        "DWL3079",
        "A query outside a repository",
        "{0} has SQL, and {1} is no repository. Put [Repository<TRecord>] on the class.");

    /// <summary>A method is generated as well; arguments: method.</summary>
    public static readonly DiagnosticDescriptor Generated = Make(
        "DWL3087",
        "A query that is generated as well",
        "The repository has a generated {0} with the same parameters. Give this one a name that says what it does differently.");

    /// <summary>A method names types that are not found; arguments: method, types.</summary>
    public static readonly DiagnosticDescriptor UnknownTypes = Make(
        "DWL3095",
        "A query with types that are not found",
        "{0} names types that are not found here: {1}. Add the 'using' or the reference that they need; types that another generator writes cannot be seen.");

    /// <summary>All of them.</summary>
    public static IEnumerable<DiagnosticDescriptor> All =>
    [
        NotPartial, NoCancellation, ByReference, UnsupportedReturn, UnsupportedList, NoSql, FileNotFound, UnknownParameter, UnusedParameter,
        UnknownBraces, UnbalancedBrace, Unterminated, UnbalancedParenthesis, SecondStatement, ForeignParameter, AmbiguousOperator,
        NestedFragment, ConstantFragment, TooManyFragments, ListOutsideIn, NullableList, NoRows, EnginesDiffer, PageRequest, PageOrder,
        CursorOrder, GivenTwice, NoRepository, Generated, UnknownTypes,
    ];

    private static DiagnosticDescriptor Make(string code, string title, string message) =>
        new(code, title, message, Errors.Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
