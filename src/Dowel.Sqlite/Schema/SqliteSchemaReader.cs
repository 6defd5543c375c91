using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Sqlite;

/// <summary>Reads a database's schema: structure from pragmas, and what they do not tell from the statements that the engine keeps.</summary>
/// <param name="engine">An open connection.</param>
internal sealed class SqliteSchemaReader(SqliteExecutor engine)
{
    /// <summary>Reads the database.</summary>
    /// <param name="own">The names of Dowel's own tables, which do not count.</param>
    /// <exception cref="DatabaseUnavailableException">The catalog or a definition in it cannot be read.</exception>
    public DatabaseModel Read(IReadOnlyCollection<string> own)
    {
        var catalog = new SqliteCatalog(engine, own);
        var objects = catalog.ReadObjects();
        var columns = catalog.ReadColumns([.. objects.Where(each => each.Type == "view" || each.IsVirtual)]);
        var relations = objects.Where(each => each.Type is "table" or "view").ToList();
        var names = relations.ToDictionary(each => each.Name, each => each.Name, StringComparer.OrdinalIgnoreCase);
        var tables = new SqliteTableReader(columns, names);
        var texts = new SqliteTextReader(relations, columns);
        var indexes = objects.Where(each => each.Type == "index").ToLookup(index => index.Table, StringComparer.OrdinalIgnoreCase);
        return new([.. relations.Select(each => Table(each, tables, texts, indexes[each.Name]))])
        {
            Objects = [.. objects.Where(each => each.Type == "trigger").Select(texts.ReadTrigger)],
        };
    }

    private static TableModel Table(
        SqliteCatalogObject each, SqliteTableReader tables, SqliteTextReader texts, IEnumerable<SqliteCatalogObject> indexes)
    {
        try
        {
            return each.Type == "view" ? texts.ReadView(each) : each.IsVirtual ? texts.ReadVirtual(each) : tables.Read(each, indexes);
        }
        catch (FormatException error)
        {
            throw new DatabaseUnavailableException(SqliteSchemaErrors.UnreadableTable(each.Name, error.Message), error);
        }
    }
}
