namespace Dowel.Generator;

/// <summary>Makes the text that an engine is sent of a template.</summary>
/// <param name="template">The template.</param>
/// <param name="engine">The engine: not both.</param>
/// <param name="names">What the names in it stand for.</param>
internal sealed class QueryRenderer(QueryTemplate template, SqlWords engine, QueryNames names)
{
    /// <summary>Adds the template's text to a statement.</summary>
    /// <param name="statement">The statement.</param>
    public void Render(RenderedQuery statement)
    {
        for (var i = 0; i < template.Parts.Count; i++)
        {
            var part = template.Parts[i];
            if (part.Fragment < 0 || names.Includes(part.Fragment))
            {
                Render(part, statement);
            }
            else if (part.Kind == QueryPartKind.CloseFragment && EndsLine(i + 1))
            {
                statement.TrimLine();
            }
        }
    }

    private bool EndsLine(int next) => next == template.Parts.Count || template.Text[template.Parts[next].Start] is '\n' or '\r';

    private void Render(QueryPart part, RenderedQuery statement)
    {
        switch (part.Kind)
        {
            case QueryPartKind.Text:
                statement.Copy(template.Text, part.Start, part.End);
                break;
            case QueryPartKind.Brace:
                statement.Replace(part.Name, part.Start);
                break;
            case QueryPartKind.Parameter:
                statement.Replace(NumberOf(part), part.Start);
                break;
            case QueryPartKind.ListTest when names.IsList(part.Name):
                statement.Replace(ListTest(part), part.Start);
                break;
            case QueryPartKind.ListTest:
                statement.Copy(template.Text, part.Start, part.At);
                statement.Replace(NumberOf(part), part.At);
                statement.Copy(template.Text, part.At + 1 + part.Name.Length, part.End);
                break;
            case QueryPartKind.Owned:
                statement.Replace(part.Owned!(part.Name.Length > 0 ? NumberOf(part) : ""), part.Start);
                break;
            case QueryPartKind.Braced:
                RenderColumns(part, statement);
                break;
        }
    }

    /// <summary>Each name is a piece of its own, so that what an engine says of any of them is shown at the braces.</summary>
    private void RenderColumns(QueryPart part, RenderedQuery statement)
    {
        var separator = "";
        foreach (var column in names.Expand(part))
        {
            statement.Append(separator);
            statement.Replace(column, part.Start);
            separator = ", ";
        }
    }

    /// <summary>One parameter holds all values: PostgreSQL gets an array, SQLite a JSON array.</summary>
    private string ListTest(QueryPart part) => engine == SqlWords.Postgres
        ? $"{(part.Negated ? "<> all" : "= any")}({NumberOf(part)})"
        : $"{(part.Negated ? "not in" : "in")} (select value from json_each({NumberOf(part)}))";

    private string NumberOf(QueryPart part) => (engine == SqlWords.Postgres ? "$" : "?") + names.NumberOf(part.Name);
}
