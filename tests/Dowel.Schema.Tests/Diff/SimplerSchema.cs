namespace Dowel.Schema.Tests;

/// <summary>Random schemas with one thing less, or with a plainer column.</summary>
internal static class SimplerSchema
{
    /// <summary>Those that are one step away: without a table or a view, a routine, a key, an index or a column; then with a plainer column, index or enum.</summary>
    public static IEnumerable<DatabaseModel> Of(DatabaseModel schema) =>
    [
        .. schema.Tables.Select(table => Without(schema, table.Name)),
        .. schema.Objects.Where(each => each is not EnumModel).Select(each => schema with { Objects = [.. schema.Objects.Where(other => other != each)] }),
        .. schema.Tables.Where(table => table.Kind == TableKind.Table).SelectMany(Simpler).Select(table => Whole(schema with { Tables = [.. schema.Tables.Select(other => other.Name == table.Name ? table : other)] })),
        .. schema.Objects.OfType<EnumModel>().Where(type => type.Labels.Count > 2).Select(type => schema with { Objects = [.. schema.Objects.Select(other => other == type ? RandomSchema.Enum(["x", "y"]) : other)] }),
    ];

    /// <summary>A schema without a table or a view and all that needs it.</summary>
    public static DatabaseModel Without(DatabaseModel schema, string table) => Whole(schema with { Tables = [.. schema.Tables.Where(other => other.Name != table)] });

    private static IEnumerable<TableModel> Simpler(TableModel table) =>
    [
        .. table.Columns.Skip(1).Select(column => table with { Columns = [.. table.Columns.Where(other => other != column)] }),
        .. table.Constraints.Where(key => key.Kind != ConstraintKind.Primary).Select(key => table with { Constraints = [.. table.Constraints.Where(other => other != key)] }),
        .. table.Indexes.Select(index => table with { Indexes = [.. table.Indexes.Where(other => other != index)] }),
        .. table.Columns.Skip(1).SelectMany(Plainer, (column, plainer) => table with { Columns = [.. table.Columns.Select(other => other == column ? plainer : other)] }),
        .. table.Indexes.Where(index => index.Create.Contains(" unique ", StringComparison.Ordinal)).Select(index => table with
        {
            Indexes = [.. table.Indexes.Select(other => other == index ? index with { Create = index.Create.Replace(" unique ", " ", StringComparison.Ordinal) } : other)],
        }),
    ];

    private static IEnumerable<ColumnModel> Plainer(ColumnModel column) =>
    [
        .. column.Type == "integer" ? (ColumnModel[])[] : [column with { Type = "integer", Default = null, Needs = [] }],
        .. column.IsNullable ? (ColumnModel[])[] : [column with { IsNullable = true }],
    ];

    // Keys, indexes and views go with what they need.
    private static DatabaseModel Whole(DatabaseModel schema)
    {
        var keys = schema.Tables.SelectMany(table => table.Columns.Select(column => table.Key.Column(column.Name)).Append(table.Key)).ToHashSet();
        var tables = schema.Tables.Where(table => !table.IsView || table.Needs.All(keys.Contains)).Select(table => table.IsView ? table : table with
        {
            Constraints = [.. table.Constraints.Where(key => key.Columns.All(column => table.Find(column) is not null) && (key.Reference is null || keys.Contains(key.Reference.Table)))],
            Indexes = [.. table.Indexes.Where(index => index.Columns!.All(column => table.Find(column) is not null))],
        }).ToList();
        var whole = schema with { Tables = tables };
        return tables.Count == schema.Tables.Count ? whole : Whole(whole);
    }
}
