namespace Dowel.Generator;

/// <summary>What the names of a template stand for in one of a method's statements.</summary>
/// <param name="record">The repository's record.</param>
/// <param name="numbered">The parameters in the order of their numbers.</param>
/// <param name="included">The optional fragments that are not left out, by their number in the template.</param>
internal sealed class QueryNames(RecordModel record, IReadOnlyList<MethodParameterModel> numbered, Func<int, bool> included)
{
    /// <summary>The word for the record's columns.</summary>
    public const string Columns = "columns";

    /// <summary>Whether a fragment is in the statement.</summary>
    /// <param name="fragment">The fragment.</param>
    public bool Includes(int fragment) => included(fragment);

    /// <summary>Whether a parameter is a collection of values.</summary>
    /// <param name="parameter">The parameter's name.</param>
    public bool IsList(string parameter) => numbered.Any(known => known.Name == parameter && known.IsList);

    /// <summary>A parameter's number, from 1.</summary>
    /// <param name="parameter">The parameter's name.</param>
    public int NumberOf(string parameter) => Enumerable.Range(0, numbered.Count).First(i => numbered[i].Name == parameter) + 1;

    /// <summary>What a word in braces stands for.</summary>
    /// <param name="braced">The part of the template.</param>
    /// <returns>Names, to be joined by commas.</returns>
    public IEnumerable<string> Expand(QueryPart braced)
    {
        var prefix = braced.Alias.Length == 0 ? "" : braced.Alias + ".";
        return record.Columns.Select(column => prefix + SqlIdentifier.Quote(column.Name));
    }
}
