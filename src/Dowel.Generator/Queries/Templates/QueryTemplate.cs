namespace Dowel.Generator;

/// <summary>A query's text taken apart: what is sent as it stands, and what becomes something else.</summary>
/// <remarks>Immutable and pure; knows nothing of the method that the text belongs to.</remarks>
internal sealed class QueryTemplate
{
    /// <summary>Takes the parts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Whose rules it was read by.</param>
    public QueryTemplate(string text, SqlWords words) => (Text, Words) = (text, words);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Whose rules it was read by.</summary>
    public SqlWords Words { get; }

    /// <summary>The parts in their order: all of the text but blanks before it and blanks, comments and semicolons behind it.</summary>
    public IReadOnlyList<QueryPart> Parts { get; init; } = [];

    /// <summary>How many optional fragments it has.</summary>
    public int Fragments => Parts.Count(part => part.Kind == QueryPartKind.OpenFragment);

    /// <summary>The parts that mention a parameter.</summary>
    public IEnumerable<QueryPart> ParameterParts => Parts.Where(part =>
        part.Kind is QueryPartKind.Parameter or QueryPartKind.ListTest || (part.Kind == QueryPartKind.Owned && part.Name.Length > 0));

    /// <summary>The same text with other parts.</summary>
    /// <param name="part">Makes them, each of one.</param>
    public QueryTemplate With(Func<QueryPart, QueryPart> part) =>
        new(Text, Words) { Parts = [.. Parts.Select(part)], Faults = Faults, Suspects = Suspects, Shape = Shape };

    /// <summary>What is wrong whatever the method's parameters are.</summary>
    public IReadOnlyList<TemplateFault> Faults { get; init; } = [];

    /// <summary>Operators that are written onto a name, as in <c>a &lt;@b</c>: wrong only where the name is a parameter's, and could be meant.</summary>
    public IReadOnlyList<TemplateFault> Suspects { get; init; } = [];

    /// <summary>What the text is at its outermost level.</summary>
    public StatementShape Shape { get; init; } = StatementShape.Empty;
}
