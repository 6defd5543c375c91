using Dowel.Schema;

namespace Shop;

/// <summary>What the reference of schemas shows of calls.</summary>
public static class SchemaSamples
{
    /// <summary>What a copy of the database that is migrated anew has more or less than the one in use.</summary>
    public static async Task<string> CompareAsync(ISchemaSource database, ISchemaSource migratedAnew, CancellationToken cancellationToken)
    {
        var actual = await database.ReadSchemaAsync(cancellationToken);
        var wanted = await migratedAnew.ReadSchemaAsync(cancellationToken);
        var comparison = wanted.CompareTo(actual);
        return comparison.IsSame ? actual.ToMermaid() : string.Join('\n', comparison.Changes);
    }
}
