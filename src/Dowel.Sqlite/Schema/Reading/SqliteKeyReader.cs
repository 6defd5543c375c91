using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Makes constraints of a table's keys and rules. Pure.</summary>
/// <param name="table">The table's name.</param>
/// <param name="scope">Its columns.</param>
/// <param name="hasNumber">Whether its primary key is the row's number, which has no order of its own.</param>
internal sealed class SqliteKeyReader(string table, SqliteScope scope, bool hasNumber)
{
    /// <summary>Makes a constraint.</summary>
    /// <param name="key">What the definition says.</param>
    /// <param name="parent">What a foreign key refers to; null for others.</param>
    public ConstraintModel Read(SqliteKeyText key, ReferenceModel? parent) =>
        new(new(ObjectKind.Constraint, table, key.Name), key.Kind, key.Kind == ConstraintKind.Check ? Mentioned(key.Expression!) : [.. key.Parts.Select(part => Name(part.Name))])
        {
            Definition = key.Kind switch
            {
                ConstraintKind.Check => $"check ({key.Expression})",
                ConstraintKind.Foreign => Foreign(key, parent!),
                ConstraintKind.Primary => Join($"primary key ({List(key, hasNumber)}{(key.IsAutoincrement ? " autoincrement" : "")})", key.Conflict),
                _ => Join($"unique ({List(key, isBare: false)})", key.Conflict),
            },
            Reference = parent,
            Needs = parent is null || parent.Table.Name == table ? [] : [parent.Table],
        };

    private string Foreign(SqliteKeyText key, ReferenceModel parent) => Join(
        $"foreign key ({List(key, isBare: true)}) references {SqliteKeywords.Quote(parent.Table.Name)}",
        parent.Columns.Count == 0 ? "" : $"({string.Join(", ", parent.Columns.Select(SqliteKeywords.Quote))})",
        key.Match is "full" or "partial" ? $"match {key.Match}" : "",
        key.OnUpdate == "no action" ? "" : $"on update {key.OnUpdate}",
        key.OnDelete == "no action" ? "" : $"on delete {key.OnDelete}",
        key.Deferral ?? "");

    private string List(SqliteKeyText key, bool isBare) =>
        string.Join(", ", key.Parts.Select(part => Join(SqliteKeywords.Quote(Name(part.Name)), isBare ? "" : part.Order)));

    private string Name(string name) => scope.Column(name) ?? name;

    private List<string> Mentioned(string expression)
    {
        var tokens = SqliteTokens.Read(expression);
        return [.. Enumerable.Range(0, tokens.Count).Where(tokens.IsName)
            .Select(index => scope.Column(SqliteName.Unquote(tokens.TextOf(index)))).OfType<string>().Distinct()];
    }

    private static string Join(params ReadOnlySpan<string> clauses)
    {
        var said = new List<string>();
        foreach (var clause in clauses)
        {
            if (clause.Length > 0)
            {
                said.Add(clause);
            }
        }

        return string.Join(' ', said);
    }
}
