using System.Text.RegularExpressions;
using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Contracts;

/// <summary>Where a statement and a database differ.</summary>
/// <param name="repository">The repository's full name.</param>
/// <param name="statement">The statement.</param>
/// <param name="text">Its text for the engine.</param>
/// <param name="engine">The engine's name.</param>
internal sealed class StatementErrors(string repository, ContractStatement statement, ContractText text, string engine)
{
    private string Name => $"{repository[(repository.LastIndexOf('.') + 1)..]}.{statement.Name}";

    /// <summary>The engine does not take the statement.</summary>
    public DowelError Refused(EngineRefusal refusal, DatabaseModel model) => new(
        "DWL3110",
        $"{Name}: {engine} says: {refusal.Message}",
        $"{(refusal.UnknownName is { } name ? Spelling.DidYouMean(name, NamesOf(model)) : "")}Mend the statement, or write the migration that it needs.",
        At(refusal.Offset));

    /// <summary>The statement names an owned table, or what shows its rows, as if it belonged to nobody.</summary>
    public DowelError Bare(string name, bool isTable, int? offset) => OwnershipFindings.Bare(Name, name, isTable, At(offset));

    /// <summary>A query of the statement's own has the name of an owned table that is read below it.</summary>
    public DowelError Shadowed(string name, int offset) => OwnershipFindings.Shadowed(Name, name, At(offset));

    /// <summary>The statement has parameters that nothing is sent for.</summary>
    public DowelError MoreParameters(int actual, int expected) => new(
        "DWL3111",
        $"{Name}: the statement has {Count(actual, "parameter")}, and the method sends {expected}.",
        "Write parameters as '@name' only; '?' and '$1' of the engines' own are not given values.",
        At(null));

    /// <summary>A value is sent that the statement does not use.</summary>
    public DowelError UnusedParameter(ContractParameter parameter, int number) => new(
        "DWL3111",
        $"{Name}: {engine} has no use for parameter {number}, '{parameter.Name}'.",
        $"Use @{parameter.Name} in the statement, or take it from the method.",
        At(null));

    /// <summary>A value is sent as something else than the engine would have it.</summary>
    public DowelError WrongParameter(ContractParameter parameter, int number, string type) => new(
        "DWL3112",
        $"{Name}: {engine} takes '{parameter.Name}' for {type}, and it is sent as {parameter.Type}{(parameter.IsList || parameter.IsUnnested ? "[]" : "")}.",
        $"Give the method's parameter the type that belongs to {type}, or say in SQL what is meant: cast(@{parameter.Name} as {type}).",
        At(PlaceOf(number)));

    /// <summary>The statement gives no rows.</summary>
    public DowelError NoRows() => new(
        "DWL3113",
        $"{Name}: the statement gives no rows, and the method reads some.",
        "Add 'returning …' to the statement, or let the method give back the number of rows, or nothing.",
        At(null));

    /// <summary>The result has more columns than are read, or fewer.</summary>
    public DowelError WrongResultCount(IReadOnlyList<ContractResult> expected, IReadOnlyList<ResultDescription> actual) => new(
        "DWL3113",
        $"{Name}: the statement gives {Count(actual.Count, "column")} ({Names(actual)}), and the method reads {expected.Count} "
        + $"({string.Join(", ", expected.Select(result => result.Name.Length > 0 ? result.Name : result.Type.ToString()))}).",
        "Name the columns in the order in which they are read; '{columns}' stands for those of the record.",
        At(null));

    /// <summary>A column has another name than what it is read into.</summary>
    public DowelError WrongName(ContractResult expected, ResultDescription actual) => new(
        "DWL3114",
        $"{Name}: the statement gives '{actual.Name}' where '{expected.Name}' is read.",
        $"Put the columns into the order in which they are read, or rename this one: … as {expected.Name}.",
        expected.Place ?? At(null));

    /// <summary>A column cannot be read as what it is read as.</summary>
    public DowelError WrongResult(ContractResult expected, ResultDescription actual) => new(
        "DWL3115",
        $"{Name}: {Shown(actual)} is {actual.Type} on {engine}, and is read as {expected.Type}.",
        "Read it as the type that belongs to it, or convert it in SQL: cast(… as …).",
        expected.Place ?? At(null));

    /// <summary>A column can be null and is read as if it could not.</summary>
    public DowelError MayBeNull(ContractResult expected, ResultDescription actual) => new(
        "DWL3116",
        $"{Name}: {Shown(actual)} can be null, and is read as {expected.Type} that is never null.",
        $"Read it into a nullable type, give it a value with coalesce({actual.Origin ?? "…"}, …), or say [NeverNull(\"{actual.Name}\")] on the method if you know better.",
        expected.Place ?? At(null));

    /// <summary>The method says that a column is never null which is not in the result.</summary>
    public DowelError UnknownNeverNull(string name, IReadOnlyList<ResultDescription> actual) => new(
        "DWL3117",
        $"{Name}: [NeverNull] names '{name}', which is no column of the result{TableErrors.Near(name, actual.Select(result => result.Name))}",
        $"Name one of {Names(actual)}, or take it away.",
        statement.Place);

    // `$1` is not in `$10`; where a text has the number in a string too, the first counts.
    private int? PlaceOf(int number) =>
        Regex.Match(text.Sql, $"[$?]{number}(?![0-9])", RegexOptions.CultureInvariant) is { Success: true } found ? found.Index : null;

    private SourceLocation? At(int? offset) => text.Locate(offset) ?? statement.Place;

    private static string Shown(ResultDescription result) =>
        result.Origin is { } origin && !origin.EndsWith($".{result.Name}", StringComparison.Ordinal) ? $"'{result.Name}' ({origin})" : $"'{result.Origin ?? result.Name}'";

    private static string Names(IReadOnlyList<ResultDescription> results) => string.Join(", ", results.Select(result => result.Name));

    private static IEnumerable<string> NamesOf(DatabaseModel model) =>
        model.Tables.SelectMany(table => table.Columns.Select(column => column.Name).Prepend(table.Name)).Distinct(StringComparer.Ordinal);

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
