namespace Dowel.Generator;

/// <summary>The expressions that make an object of a row.</summary>
internal static class RowCode
{
    /// <summary>Reads the current row.</summary>
    /// <param name="row">What it becomes.</param>
    /// <param name="scope">The repository.</param>
    /// <param name="members">Takes note of what the expression needs.</param>
    /// <returns>The expression; it must stand where its type is known.</returns>
    public static string Read(RowModel row, RepositoryScope scope, MemberSet members) => row.Form switch
    {
        RowForm.Scalar => ValueCode.Read(row.Members[0].Type, "row", 0, members),
        RowForm.Tuple => $"({string.Join(", ", Values(row, members))})",
        RowForm.Record => $"{scope.Reader}(in row)",
        _ => $"{Reader(row, members)}(in row)",
    };

    /// <summary>The method that makes an object of a row, which several queries can share.</summary>
    private static string Reader(RowModel row, MemberSet members) => members.Add($"row {row.Name}", "Read" + ShortName(row.Name), name =>
    {
        var values = Values(row, members).ToList();
        var code = new CodeWriter();
        code.Line($"private static {row.Name} {name}<TRow>(in TRow row)");
        code.Line("    where TRow : struct, global::Dowel.Data.IRow => new(");
        code.Line(string.Join(",\n", values.Take(row.Constructed).Select(value => "        " + value)) + ")");
        if (row.Constructed < values.Count)
        {
            code.Line("    {");
            code.Line(string.Join("\n", values.Skip(row.Constructed).Select((value, i) => $"        {row.Members[row.Constructed + i].Name} = {value},")));
            code.Line("    }");
        }

        return code.ToString().TrimEnd('\n') + ";\n";
    });

    private static IEnumerable<string> Values(RowModel row, MemberSet members) =>
        row.Members.Select((member, i) => ValueCode.Read(member.Type, "row", i, members));

    private static string ShortName(string name) => name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
}
