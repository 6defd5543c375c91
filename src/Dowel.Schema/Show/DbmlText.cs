using System.Text;
using System.Text.RegularExpressions;

namespace Dowel.Schema;

/// <summary>A database in DBML, the language of dbdiagram.io. Pure.</summary>
/// <remarks>Tables, enums, references and comments. The language knows no view, function or trigger, and an index over some rows only as one over all of them: those are left out.</remarks>
internal static partial class DbmlText
{
    /// <summary>Writes the database.</summary>
    public static string Write(DatabaseModel model)
    {
        var text = new StringBuilder();
        var remarks = new Remarks(model);
        foreach (var type in model.Objects.OfType<EnumModel>())
        {
            text.Append("Enum ").Append(Name(type.Key)).Append(" {\n").AppendJoin("", type.Labels.Select(label => $"  {Name(label)}\n")).Append("}\n\n");
        }

        foreach (var table in model.Tables.Where(table => table is { Kind: TableKind.Table or TableKind.Virtual, PartitionOf: null }))
        {
            Append(text, table, remarks);
        }

        foreach (var line in Relationship.Of(model))
        {
            text.Append("Ref").Append(line.Key.Name.Length > 0 ? " " + Name(line.Key.Name) : "").Append(": ")
                .Append(End(line.Child.Key, line.Key.Columns)).Append(line.IsSingle ? " - " : " > ").Append(End(line.Reference.Table, line.Reference.Columns))
                .Append(Settings(Actions(line.Reference))).Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder text, TableModel table, Remarks remarks)
    {
        text.Append("Table ").Append(Name(table.Key)).Append(" {\n");
        foreach (var column in table.Columns)
        {
            text.Append("  ").Append(Name(column.Name)).Append(' ').Append(Type(column)).Append(Settings(Of(column, table, remarks))).Append('\n');
        }

        var indexes = Indexes(table).ToList();
        if (indexes.Count > 0)
        {
            text.Append("\n  indexes {\n").AppendJoin("", indexes.Select(index => $"    {index}\n")).Append("  }\n");
        }

        text.Append(remarks.Find(table.Key) is { } remark ? $"\n  Note: {Quoted(remark)}\n" : "").Append("}\n\n");
    }

    private static IEnumerable<string> Of(ColumnModel column, TableModel table, Remarks remarks)
    {
        if (table.PrimaryKey is [var only] && only == column.Name)
        {
            yield return "pk";
        }

        if (column.Generation is Generation.Identity or Generation.StrictIdentity)
        {
            yield return "increment";
        }

        if (!column.IsNullable)
        {
            yield return "not null";
        }

        if (table.Uniques.Any(unique => unique.Columns is [var name] && name == column.Name))
        {
            yield return "unique";
        }

        if (column.Default is { } value && column.Generation == Generation.None)
        {
            yield return $"default: {Expression(value)}";
        }

        if (remarks.Find(table.Key.Column(column.Name)) is { } remark)
        {
            yield return $"note: {Quoted(remark)}";
        }
    }

    private static IEnumerable<string> Indexes(TableModel table) =>
    [
        .. table.PrimaryKey.Count > 1 ? [$"{List(table.PrimaryKey)} [pk]"] : (IEnumerable<string>)[],
        .. table.Constraints.Where(key => key is { Kind: ConstraintKind.Unique, Columns.Count: > 1 })
            .Select(key => List(key.Columns) + Settings(["unique", .. key.Name.Length > 0 ? [$"name: {Quoted(key.Name)}"] : (string[])[]])),
        .. table.Indexes.Where(index => index is { Predicate: null, IsValid: true } and not { IsUnique: true, Columns.Count: 1 }).Select(index =>
            (index.Columns is { } columns ? List(columns) : $"({string.Join(", ", index.Parts.Select(Expression))})")
            + Settings([.. index.IsUnique ? ["unique"] : (string[])[], $"name: {Quoted(index.Name)}"])),
    ];

    private static IEnumerable<string> Actions(ReferenceModel reference) =>
    [
        .. reference.OnDelete == "no action" ? [] : (string[])[$"delete: {reference.OnDelete}"],
        .. reference.OnUpdate == "no action" ? [] : (string[])[$"update: {reference.OnUpdate}"],
    ];

    private static string Settings(params IEnumerable<string> settings) => string.Join(", ", settings) is { Length: > 0 } text ? $" [{text}]" : "";

    private static string End(ObjectKey table, IReadOnlyList<string> columns) =>
        $"{Name(table)}.{(columns is [var only] ? Name(only) : List(columns))}";

    private static string List(IReadOnlyList<string> columns) => $"({string.Join(", ", columns.Select(Name))})";

    private static string Type(ColumnModel column) => column.Type.Length == 0 ? "any" : PlainType().IsMatch(column.Type) ? column.Type : Name(column.Type);

    private static string Name(ObjectKey key) => key.Schema is null ? Name(key.Name) : $"{Name(key.Schema)}.{Name(key.Name)}";

    private static string Name(string name) => Plain().IsMatch(name) ? name : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Expression(string sql) => $"`{sql.Replace('`', '\'')}`";

    private static string Quoted(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).ReplaceLineEndings(" ")}'";

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\([0-9]+(, ?[0-9]+)?\))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex PlainType();
}
