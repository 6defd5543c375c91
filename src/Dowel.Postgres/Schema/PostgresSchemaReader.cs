using Dowel.Schema;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>Reads a database from the server's catalog.</summary>
internal static class PostgresSchemaReader
{
    // In the order in which results are taken apart: objects' rows follow the tables'.
    private static readonly string[] Objects =
    [
        PostgresObjectQueries.Containers, PostgresObjectQueries.Types, PostgresObjectQueries.Sequences, PostgresRoutineQueries.Routines, PostgresRoutineQueries.Aggregates,
        PostgresTablePartQueries.Parts, PostgresSettingQueries.Tables, PostgresSettingQueries.Columns, PostgresSettingQueries.States, PostgresSettingQueries.Owners,
        PostgresRightQueries.Defaults,
    ];

    private static readonly string[] Others =
    [
        PostgresObjectQueries.Enums, PostgresRightQueries.Comments, PostgresRightQueries.Grants, PostgresDependencyQueries.Dependencies, PostgresDependencyQueries.Remainder,
    ];

    /// <summary>Reads all that is in the scope, in one round trip.</summary>
    /// <param name="connection">A connection whose search path names the default schema.</param>
    /// <param name="scope">What counts.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<DatabaseModel> ReadAsync(NpgsqlConnection connection, PostgresScope scope, CancellationToken cancellationToken)
    {
        string[] queries = [.. PostgresTableQueries.All, .. scope.IsVisible ? [] : Others, .. scope.IsVisible ? [] : Objects];
        var results = await PostgresRows.ReadAsync(connection, [scope.Enter, .. queries, PostgresScope.Leave], cancellationToken).ConfigureAwait(false);
        var tables = new PostgresTableReading([.. results.Skip(1).Take(PostgresTableQueries.All.Count)]);
        var others = results.Skip(1 + PostgresTableQueries.All.Count).SkipLast(1).ToList();
        return scope.IsVisible ? new(Read(tables)) : Read(tables, others, scope);
    }

    private static IReadOnlyList<TableModel> Read(PostgresTableReading tables)
    {
        var ids = new PostgresIds([]);
        tables.Name(ids);
        return tables.Read(ids);
    }

    private static DatabaseModel Read(PostgresTableReading tables, List<IReadOnlyList<string?[]>> others, PostgresScope scope)
    {
        var (enums, comments, grants, dependencies, remainder) = (others[0], others[1], others[2], others[3], others[4]);
        var rows = others.Skip(Others.Length).SelectMany(result => result).Select(row => new PostgresObjectRow(row)).ToList();
        var ids = new PostgresIds(dependencies);
        var objects = new PostgresObjectReading(ids);
        objects.Name(rows);
        objects.NameEnums(enums);
        tables.Name(ids);
        var model = new DatabaseModel(tables.Read(ids))
        {
            Objects = [.. objects.ReadEnums(enums), .. rows.Select(objects.Read), .. objects.ReadComments(comments), .. objects.ReadGrants(grants)],
            Unmodelled = [.. remainder.Select(row => row[0]!)],
        };
        return scope.Schema is null ? model : WithoutForeign(model);
    }

    // Extensions are the database's, not a schema's: of one schema's model are those that live in it or that it needs.
    private static DatabaseModel WithoutForeign(DatabaseModel model)
    {
        var needed = model.All.SelectMany(each => each.Needs).Concat(model.Tables.SelectMany(table => table.Columns).SelectMany(column => column.Needs)).ToHashSet();
        bool LivesHere(ObjectModel extension) => extension.Create[6..] == extension.Drop[4..];
        return model with { Objects = [.. model.Objects.Where(each => each.Key.Kind != ObjectKind.Extension || needed.Contains(each.Key) || LivesHere(each))] };
    }
}
