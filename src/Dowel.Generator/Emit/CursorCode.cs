namespace Dowel.Generator;

/// <summary>What pages by cursor are made with.</summary>
internal static class CursorCode
{
    /// <summary>The statements that make a page of its rows, of which there may be one too many.</summary>
    /// <param name="rows">The variable with the rows.</param>
    /// <param name="page">The request.</param>
    /// <param name="place">The method that makes the text of a row's place.</param>
    /// <returns>The statements.</returns>
    public static IEnumerable<string> Cut(string rows, string page, string place) =>
    [
        $"if ({rows}.Count <= {page}.Limit)",
        "{",
        $"    return new({rows}, null);",
        "}",
        "",
        $"{rows}.RemoveRange({page}.Limit, {rows}.Count - {page}.Limit);",
        $"return new({rows}, {place}({rows}[^1]));",
    ];

    /// <summary>What tells a list from others: a place in it means nothing once the list is ordered otherwise.</summary>
    /// <param name="repository">The repository's name.</param>
    /// <param name="method">The method's name.</param>
    /// <param name="order">The order, in SQLite's words.</param>
    /// <returns>A literal.</returns>
    public static string List(string repository, string method, KeysetSql order) => Names.Literal($"{repository}.{method} by {order.OrderBy}");

    /// <summary>Writes the method that makes the text of a row's place.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="method">Its name and its parameter.</param>
    /// <param name="list">What tells the list from others, as a literal.</param>
    /// <param name="values">The row's values that the list is ordered by.</param>
    /// <param name="members">Takes note of what the method needs.</param>
    /// <remarks>Values go into the text and come out of it as they travel: nothing is gained by making ids and enums of them in between.</remarks>
    public static void WritePlace(CodeWriter code, string method, string list, IReadOnlyList<BoundValue> values, MemberSet members)
    {
        code.Line();
        code.Open($"private static string {method}");
        code.Line($"var parameters = new {KnownTypes.Data}CursorWriter({list});");
        CommandText.WriteValues(code, values, members);
        code.Line("return parameters.ToText();");
        code.Close();
    }

    /// <summary>The value that a command writes for one that is in a place's text.</summary>
    /// <param name="column">The column that it is of.</param>
    /// <param name="index">Which value of the text, from 0.</param>
    /// <param name="members">Takes note of what that needs.</param>
    /// <returns>The value.</returns>
    public static BoundValue ValueAfter(ColumnModel column, int index, MemberSet members)
    {
        var wire = ValueCode.Wire(column.Type).NotNull;
        var write = ValueCode.Write(wire, ValueCode.Read(wire, "after", index, members), members) + ";";
        return new(wire, "", "")
        {
            Code = column.Type.IsNullable
                ? $$"""
                    if (after.IsNull({{index}}))
                    {
                        parameters.WriteNull({{ValueCode.Kind(column.Type)}});
                    }
                    else
                    {
                        {{write}}
                    }
                    """
                : write,
        };
    }
}
