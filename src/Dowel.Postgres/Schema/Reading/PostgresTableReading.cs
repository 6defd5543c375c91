using Dowel.Schema;

namespace Dowel.Postgres;

/// <summary>Makes tables and views of the catalog's rows. Pure.</summary>
/// <param name="results">The rows of <see cref="PostgresTableQueries.All"/>, in that order.</param>
internal sealed class PostgresTableReading(IReadOnlyList<IReadOnlyList<string?[]>> results)
{
    private readonly IReadOnlyList<PostgresTableRow> _tables = [.. results[0].Select(row => new PostgresTableRow(row))];
    private readonly ILookup<string, PostgresColumnRow> _columns = results[1].Select(row => new PostgresColumnRow(row)).ToLookup(row => row.Table, StringComparer.Ordinal);
    private readonly ILookup<string, PostgresKeyRow> _keys = results[2].Select(row => new PostgresKeyRow(row)).ToLookup(row => row.Table, StringComparer.Ordinal);
    private readonly ILookup<string, PostgresIndexRow> _indexes = results[3].Select(row => new PostgresIndexRow(row)).ToLookup(row => row.Table, StringComparer.Ordinal);

    /// <summary>Says what their numbers mean, and those of their columns, constraints and indexes.</summary>
    public void Name(PostgresIds ids)
    {
        foreach (var table in _tables)
        {
            var key = table.ToModel().Key;
            ids.Add(table.Id, key, table.Target);
            foreach (var column in _columns[table.Oid])
            {
                ids.Add(column.Id, key.Column(column.Name));
                if (column.CounterOid is { } counter)
                {
                    ids.Add($"1259.{counter}", key.Column(column.Name), $"sequence {column.CounterPath}", $"sequence {column.CounterPath}");
                }
            }

            foreach (var constraint in _keys[table.Oid])
            {
                Name(ids, table, constraint);
            }

            foreach (var index in _indexes[table.Oid])
            {
                ids.Add(index.Id, KeyOf(table, index.Name, ObjectKind.Index), $"index {index.Path}");
            }
        }
    }

    /// <summary>All tables and views.</summary>
    public IReadOnlyList<TableModel> Read(PostgresIds ids)
    {
        var columns = _tables.ToDictionary(table => table.Oid, table => Columns(table, ids), StringComparer.Ordinal);
        return [.. _tables.Select(table => Table(table, Inherit(table, columns), ids))];
    }

    // The index of a key means the key; remarks tell them apart.
    private static void Name(PostgresIds ids, PostgresTableRow table, PostgresKeyRow constraint)
    {
        var key = KeyOf(table, constraint.Name, ObjectKind.Constraint);
        ids.Add(constraint.Id, key, $"constraint {PostgresIdentifier.Quote(constraint.Name)} on {table.Path}");
        if (constraint.Index is { } index)
        {
            ids.Add($"1259.{index}", key, $"index {PostgresIdentifier.Quote(table.Space, constraint.Name)}", KeyOf(table, constraint.Name, ObjectKind.Index).ToString());
        }
    }

    private static ObjectKey KeyOf(PostgresTableRow table, string name, ObjectKind kind) => new(kind, table.Name, name, table.Space);

    private static ColumnModel[] Columns(PostgresColumnRow[] rows, ObjectKey table, PostgresIds ids) =>
        [.. rows.Select(row => row.ToModel() with { Needs = ids.Needs(table.Column(row.Name), row.Id) })];

    private ColumnModel[] Columns(PostgresTableRow table, PostgresIds ids) => Columns([.. _columns[table.Oid]], table.ToModel().Key, ids);

    // What a child has as its parents have it is theirs; what differs, or has no parent that is read, is its own.
    private ColumnModel[] Inherit(PostgresTableRow table, Dictionary<string, ColumnModel[]> columns)
    {
        if (table.ParentOids is null)
        {
            return columns[table.Oid];
        }

        var parents = table.ParentOids.Split(' ').Where(columns.ContainsKey).SelectMany(parent => columns[parent]).ToLookup(column => column.Name, StringComparer.Ordinal);
        return
        [
            .. _columns[table.Oid].Zip(columns[table.Oid], (row, column) => column with
            {
                IsInherited = row.IsParents == "true" && parents[column.Name].All(parent => IsSame(column, parent)),
            }),
        ];
    }

    // Before PostgreSQL 17 a partition does not share its parent's counter.
    private static bool IsSame(ColumnModel column, ColumnModel parent) =>
        column with { Needs = [] } == parent with { Needs = [] }
        || (parent.Generation is Generation.Identity or Generation.StrictIdentity && column.Generation == Generation.None && column is { Default: null, IsNullable: false });

    private TableModel Table(PostgresTableRow row, ColumnModel[] columns, PostgresIds ids)
    {
        var table = row.ToModel();
        var keys = new PostgresKeyReading(row, ids, _columns[row.Oid].ToDictionary(column => column.Number, column => column.Name, StringComparer.Ordinal));
        table = table with
        {
            Columns = columns,
            Constraints = [.. _keys[row.Oid].Select(keys.Constraint)],
            Indexes = [.. _indexes[row.Oid].Select(keys.Index)],
            Needs = ids.Needs(table.Key, row.Id),
        };
        return table.Kind switch
        {
            TableKind.Table => table,
            TableKind.Virtual => Foreign(table, row),
            _ => View(table, row),
        };
    }

    private static TableModel View(TableModel view, PostgresTableRow row)
    {
        var query = row.Query is { } text ? PostgresText.Lower(text).Trim().TrimEnd(';') : "";
        var body = $"{row.Target}{(row.Method is { } method ? $" using {method}" : "")}{(row.Options is { } options ? $" with ({options})" : "")} as\n{query}";
        return view with
        {
            Create = $"create {body}",
            Replace = view.Kind == TableKind.View ? [$"create or replace {body}"] : [],
            Shape = string.Join(", ", view.Columns.Select(column => $"{PostgresIdentifier.Quote(column.Name)} {column.Type} {column.Collation}".Trim())),
        };
    }

    // It has nothing but its own statement, which says all of it.
    private TableModel Foreign(TableModel table, PostgresTableRow row)
    {
        var defined = table with
        {
            Persistence = "foreign",
            Options = string.Join(' ', new[] { table.Options, row.Server }.Where(option => !string.IsNullOrEmpty(option))),
            Columns = [.. _columns[row.Oid].Zip(table.Columns, (told, column) => column with { Type = column.Type + told.Options })],
        };
        return table with
        {
            Create = PostgresTableText.Create(defined, table.Constraints),
            Options = "",
            PartitionOf = null,
            Constraints = [],
            Needs = [.. table.Needs.Concat(table.Columns.SelectMany(column => column.Needs)).Distinct()],
        };
    }
}
