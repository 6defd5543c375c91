using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Makes constraints and indexes of a table of the catalog's rows. Pure.</summary>
/// <param name="table">The table.</param>
/// <param name="ids">What the server's numbers mean.</param>
/// <param name="columns">The names of the table's columns by their numbers.</param>
internal sealed class PostgresKeyReading(PostgresTableRow table, PostgresIds ids, Dictionary<string, string> columns)
{
    /// <summary>A constraint.</summary>
    public ConstraintModel Constraint(PostgresKeyRow row)
    {
        var key = new ObjectKey(ObjectKind.Constraint, table.Name, row.Name, table.Space);
        var name = PostgresIdentifier.Quote(row.Name);
        return new(key, row.Kind, [.. row.Columns.Where(columns.ContainsKey).Select(number => columns[number])])
        {
            Definition = row.Definition,
            Reference = row.Reference,
            IsValidated = row.IsValidated,
            Create = $"alter table {table.Path} add constraint {name} {row.Definition}",
            Drop = $"alter table {table.Path} drop constraint {name}",
            Needs = ids.Needs(key, row.Id, $"1259.{row.Index}"),
        };
    }

    /// <summary>An index.</summary>
    public IndexModel Index(PostgresIndexRow row)
    {
        var key = new ObjectKey(ObjectKind.Index, table.Name, row.Name, table.Space);
        var parts = PostgresText.Elements(row.Rest);
        var named = row.Columns.All(columns.ContainsKey) ? row.Columns.Select(number => columns[number]).ToList() : null;
        var method = row.Method == "btree" ? "" : $"using {row.Method} ";
        return new(key, parts)
        {
            KeyColumns = named,
            Columns = named is not null && named.SequenceEqual(parts.Select(PostgresText.Unquote), StringComparer.Ordinal) ? named : null,
            IsUnique = row.IsUnique,
            Predicate = row.Predicate,
            IsValid = row.IsValid,
            Create = $"create {(row.IsUnique ? "unique " : "")}index {PostgresIdentifier.Quote(row.Name)} on {row.Only}{table.Path} {method}{row.Rest}",
            Drop = $"drop index {row.Path}",
            Needs = ids.Needs(key, row.Id),
        };
    }
}
