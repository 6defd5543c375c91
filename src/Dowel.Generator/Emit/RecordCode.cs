namespace Dowel.Generator;

/// <summary>The method that makes a record of a row.</summary>
internal static class RecordCode
{
    /// <summary>Writes the method.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="scope">The repository.</param>
    /// <param name="members">Takes note of what the method needs.</param>
    public static void Write(CodeWriter code, RepositoryScope scope, MemberSet members)
    {
        var record = scope.Record;
        code.Line($"private static {record.Name} {scope.Reader}<TRow>(in TRow row)");
        var arguments = record.Constructor.Select(position => $"\n        {Read(position)}");
        var end = record.Initializers.Count == 0 ? ");" : ")";
        code.Line($"    where TRow : struct, {KnownTypes.Data}IRow => new({string.Join(",", arguments)}{end}");
        if (record.Initializers.Count == 0)
        {
            return;
        }

        code.Line("    {");
        foreach (var position in record.Initializers)
        {
            code.Line($"        {Names.Identifier(record.Columns[position].Property)} = {Read(position)},");
        }

        code.Line("    };");

        string Read(int position) => ValueCode.Read(record.Columns[position].Type, "row", position, members);
    }
}
