namespace Dowel.Defects;

/// <summary>Mistakes in a record.</summary>
internal static class RecordDefects
{
    // What each type can be mistaken for, and does not fit its column on either engine.
    private static readonly (string Right, string[] Wrong)[] Mistaken =
    [
        ("string", ["long", "bool", "double", "byte[]", "TimeSpan"]),
        ("long", ["string", "Guid", "double", "bool", "byte[]", "DateOnly"]),
        ("int", ["string", "Guid", "double", "byte[]", "DateOnly"]),
        ("UserId", ["string", "Guid", "double", "bool", "byte[]", "int"]),
        ("DeploymentStatus", ["long", "bool", "byte[]"]),
        ("ServiceStatus", ["long", "bool", "double", "byte[]"]),
        ("Role", ["long", "bool", "double", "byte[]"]),
    ];

    public static IEnumerable<DefectClass> All { get; } =
    [
        new("wrong table of a record", system => Columns(system).GroupBy(column => column.Table).Select(group => WrongTable(group.First()))),
        new("misspelt column of a record", system => Columns(system).Select(column => column.Find("Column") is { } name
            ? column.Without(name, $"Column(\"{column.Column}_x\")", "DWL3102") : column.With($"Column(\"{column.Column}_x\")", "DWL3102"))),
        .. Mistaken.SelectMany(each => each.Wrong.Select(wrong => new DefectClass($"property of {wrong}, not {each.Right}", system => Columns(system)
            .Where(column => column.Type.ToString().TrimEnd('?') == each.Right && column.Find("Identity") is null && !(column.Find("Key") is not null && IsReferred(system, column)))
            .Where(column => wrong != "double" || !IsNamed(system, column))
            .Select(column => column.Retyped(wrong + (column.Type.ToString().EndsWith('?') ? "?" : ""), "DWL3103", "DWL3019", "DWL3035"))))),
        new("number of a label", system => Columns(system).Where(column => column.Type.ToString() is "Role" or "ServiceStatus" or "DeploymentStatus").Select(column => column.With("AsNumber", "DWL3103"))),
        new("time that is no number", system => Columns(system).Where(column => column.Find("UnixSeconds") is not null).Select(column => column.Without(column.Find("UnixSeconds")!, "", "DWL3103"))),
        new("type that columns do not have", system => Columns(system).Where(column => column.Find("Json") is null).Select(column => column.Retyped("object", "DWL3007"))),
        new("document without its serializer", system => Columns(system).Where(column => column.Find("Json") is not null).Select(column => column.Without(column.Find("Json")!, "", "DWL3007"))),
        new("nullable column as never null", system => Columns(system).Where(column => column.Type.ToString().EndsWith('?')).Select(column => column.Retyped(column.Type.ToString().TrimEnd('?'), "DWL3104"))),
        new("not null column as nullable", system => Columns(system).Where(column => !column.Type.ToString().EndsWith('?') && column.Find("Identity") is null && !IsNamed(system, column)).Select(column => column.Retyped(column.Type + "?", "DWL3105", "DWL3019"))),
        new("unique that is not", system => Columns(system).Where(column => column.Find("Json") is null && column.Find("Unique") is null && column.Find("Key") is null).Select(column => column.With("Unique", "DWL3108"))),
        new("key that is none", system => Columns(system).Where(column => column.Find("Unique") is null && column.Find("Key") is null && !column.Type.ToString().EndsWith('?') && column.Find("Json") is null && column.Find("InsertOnly") is null && !IsReferred(system, column)).Select(column => Table(column, column.With("Key", "DWL3107")))),
        new("half of a key", system => Columns(system).Where(column => column.Find("Key") is not null && Columns(system).Count(other => other.Table == column.Table && other.Find("Key") is not null) > 1)
            .Select(column => Table(column, column.Without(column.Find("Key")!, "", "DWL3107")))),
        new("identity without a key", system => Columns(system).Where(column => column.Find("Identity") is not null).Select(column => column.Without(column.Find("Key")!, "", "DWL3016"))),
        new("identity that the database does not make", system => Columns(system).Where(column => column.Find("Key") is not null && column.Find("Identity") is null && column.Type.ToString() is "UserId" && Columns(system).Count(other => other.Table == column.Table && other.Find("Key") is not null) == 1)
            .Select(column => column.With("Identity", "DWL3109"))),
        new("two properties for one column", system => Columns(system).Where(column => column.Find("Column") is null).GroupBy(column => column.Table).SelectMany(group => group.Skip(1).Select(column => column.With($"Column(\"{group.First().Column}\")", "DWL3014") is var wrong ? Table(column, wrong) : wrong))),
        new("column that nothing fills", system => Columns(system).Where(column => column.Find("Key") is null && column.Find("Unique") is null && column.Find("Default") is null && !column.Type.ToString().EndsWith('?') && !IsNamed(system, column)).Select(LeftOut)),
    ];

    private static IEnumerable<RecordColumn> Columns(SystemSource system) => RecordColumn.All(system);

    private static bool IsNamed(SystemSource system, RecordColumn column) => system.Files.Values.Any(file => file.ToString().Contains($"nameof({column.Record.Identifier}.{column.Name})", StringComparison.Ordinal)
        || (file == column.Record.SyntaxTree && file.ToString().Contains($"nameof({column.Name})", StringComparison.Ordinal)));

    private static bool IsReferred(SystemSource system, RecordColumn column) => Columns(system).Any(other => other.Find("References")?.Name.ToString() == $"References<{column.Record.Identifier}>");

    private static Defect WrongTable(RecordColumn column)
    {
        var name = column.Record.AttributeLists.SelectMany(list => list.Attributes).First(attribute => attribute.Name.ToString() == "Table");
        return Defect.Replace(column.File, column.Source, (name.ArgumentList!.SpanStart + 1, name.ArgumentList.Span.Length - 2), $"\"{column.Table}_x\"", "DWL3101")
            .At(column.Record.SpanStart, column.Record.Identifier.Span.End - column.Record.SpanStart + 2);
    }

    // Left out, a column is missed by the table.
    private static Defect LeftOut(RecordColumn column)
    {
        var isParameter = column.Record.ParameterList is not null;
        var (start, length) = (column.Node.FullSpan.Start, column.Node.FullSpan.Length);
        var isLast = isParameter && column.Record.ParameterList!.Parameters[^1] == column.Node;
        var (from, count) = !isParameter ? (start, length) : isLast ? (column.Record.ParameterList!.Parameters.GetSeparator(column.Record.ParameterList.Parameters.Count - 2).SpanStart, 0) : (start, length + 1);
        return Table(column, Defect.Replace(column.File, column.Source, (from, count == 0 ? column.Node.Span.End - from : count), "", "DWL3106"));
    }

    private static Defect Table(RecordColumn column, Defect defect) =>
        defect.At(column.Record.SpanStart, column.Record.Span.Length + defect.Text.Length - column.Source.Length);
}
