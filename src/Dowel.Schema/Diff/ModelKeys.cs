namespace Dowel.Schema;

/// <summary>All that a database has by name, columns and labels with it.</summary>
internal static class ModelKeys
{
    /// <summary>The keys of a database.</summary>
    public static IEnumerable<ObjectKey> Of(DatabaseModel database) => database.All.SelectMany(Of);

    /// <summary>The key of an object, and those of its columns or labels.</summary>
    public static IEnumerable<ObjectKey> Of(ObjectModel model) => model switch
    {
        TableModel table => [table.Key, .. table.Columns.Select(column => table.Key.Column(column.Name))],
        EnumModel type => [type.Key, .. type.Labels.Select(label => type.Key with { Part = label })],
        _ => [model.Key],
    };
}
