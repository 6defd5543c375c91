using System.Text;
using System.Text.RegularExpressions;

namespace Dowel.Schema;

/// <summary>A database as a Mermaid entity-relationship diagram. Pure.</summary>
/// <remarks>
/// Tables with their columns, keys and references; views and partitions are left out. Names of tables are quoted where the grammar wants it. Types and names of columns cannot be
/// quoted there (mermaid.js.org, "Entity Relationship Diagrams", Attributes): what is no letter, digit or bracket becomes an underscore, and the true name stands behind it.
/// </remarks>
internal static partial class MermaidDiagram
{
    // Words of the grammar that a table's name must not be taken for.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "erDiagram", "one", "many", "only", "zero", "to", "optionally", "end", "class", "classDef", "style", "subgraph", "direction", "title", "u",
    };

    /// <summary>Writes the diagram.</summary>
    public static string Write(DatabaseModel model)
    {
        var text = new StringBuilder("erDiagram\n");
        var lines = Relationship.Of(model).ToList();
        foreach (var table in model.Tables.Where(table => table is { Kind: TableKind.Table or TableKind.Virtual, PartitionOf: null }))
        {
            Append(text, table, lines);
        }

        foreach (var line in lines)
        {
            text.Append("    ").Append(Entity(line.Reference.Table.Path)).Append(line.IsOptional ? " |o" : " ||").Append(line.IsIdentifying ? "--" : "..")
                .Append(line.IsSingle ? "o| " : "o{ ").Append(Entity(line.Child.Key.Path)).Append(" : ").Append(Quoted(string.Join(", ", line.Key.Columns))).Append('\n');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, TableModel table, List<Relationship> lines)
    {
        text.Append("    ").Append(Entity(table.Key.Path)).Append(" {\n");
        foreach (var column in table.Columns)
        {
            var type = column.Type.Length == 0 ? "any" : column.Type;
            text.Append("        ").Append(Word(type)).Append(' ').Append(Word(column.Name));
            var keys = string.Join(", ", KeysOf(column.Name, table, lines));
            text.Append(keys.Length > 0 ? " " + keys : "");
            var remark = string.Join(": ", new[] { column.Name, type }.Where(word => Word(word) != word.Replace(' ', '_')));
            text.Append(remark.Length > 0 ? " " + Quoted(remark) : "").Append('\n');
        }

        text.Append("    }\n");
    }

    private static IEnumerable<string> KeysOf(string column, TableModel table, List<Relationship> lines)
    {
        if (table.PrimaryKey.Contains(column))
        {
            yield return "PK";
        }

        if (lines.Exists(line => line.Child == table && line.Key.Columns.Contains(column)))
        {
            yield return "FK";
        }

        if (table.Uniques.Any(unique => unique.Columns is [var only] && only == column))
        {
            yield return "UK";
        }
    }

    private static string Entity(string name) => Plain().IsMatch(name) && !Words.Contains(name) ? name : Quoted(name);

    // A quoted name cannot hold these signs in any way.
    private static string Quoted(string text) => $"\"{Unquotable().Replace(text, "_")}\"";

    private static string Word(string text)
    {
        var word = NoWord().Replace(text, "_");
        return char.IsAsciiDigit(word[0]) || word[0] is '-' or '(' or ')' or '[' or ']' || Key().IsMatch(word) ? '_' + word : word;
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Plain();

    [GeneratedRegex("""["%\\\p{Cc}]""")]
    private static partial Regex Unquotable();

    [GeneratedRegex(@"[^A-Za-z0-9_\-\[\]()]")]
    private static partial Regex NoWord();

    // The words that say what a column is are told wherever a name begins with one.
    [GeneratedRegex(@"^(PK|FK|UK)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
