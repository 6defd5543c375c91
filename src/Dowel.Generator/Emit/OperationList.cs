namespace Dowel.Generator;

/// <summary>The methods of a repository in the order of its interface.</summary>
internal static class OperationList
{
    /// <summary>Makes the methods of a repository.</summary>
    /// <param name="scope">The repository.</param>
    /// <returns>The methods.</returns>
    /// <remarks>One that the developer has declared as well is told, and left out so that it is told once.</remarks>
    public static IReadOnlyList<Operation> Of(RepositoryScope scope) =>
        [.. Generated(scope).Where(operation => !scope.Repository.Methods.Any(operation.Text!.IsSame)), .. Queries(scope)];

    /// <summary>Makes the methods that every repository of such a record has.</summary>
    /// <param name="scope">The repository.</param>
    /// <returns>The methods.</returns>
    public static IEnumerable<Operation> Generated(RepositoryScope scope) => [.. Reads(scope), .. Writes(scope)];

    private static IEnumerable<Operation> Queries(RepositoryScope scope) =>
        scope.Repository.Methods.Select((_, index) => new QueryOperation(scope, index));

    private static IEnumerable<Operation> Reads(RepositoryScope scope)
    {
        var record = scope.Record;
        var hasKey = record.Key.Count > 0;
        if (hasKey)
        {
            yield return new FindOperation(scope, record.Key, "Find");
        }

        // One key may be said twice, on the property and on the record.
        foreach (var unique in record.Uniques.Select(unique => unique.Columns).Distinct())
        {
            var columns = unique.Select(position => record.Columns[position]).ToList();
            yield return new FindOperation(scope, columns, $"FindBy{string.Join("And", columns.Select(column => column.Property))}");
        }

        if (hasKey)
        {
            yield return new ExistsOperation(scope);
        }

        yield return new CountOperation(scope);
        yield return new PageOperation(scope);
        if (hasKey)
        {
            yield return new CursorOperation(scope);
        }

        yield return new StreamOperation(scope);
    }

    private static IEnumerable<Operation> Writes(RepositoryScope scope)
    {
        var record = scope.Record;
        var hasKey = record.Key.Count > 0;
        var hasArray = record.Columns.Any(column => column.Type.IsArray);
        yield return new InsertOperation(scope);
        if (record.Inserted.Count > 0)
        {
            yield return hasArray ? new OneByOneOperation(scope, isUpsert: false) : new InsertManyOperation(scope);
        }

        if (hasKey && (record.Updated.Count > 0 || record.Version is not null))
        {
            yield return new UpdateOperation(scope);
        }

        if (scope.UpsertKey.Count > 0)
        {
            yield return new UpsertOperation(scope);
            yield return hasArray ? new OneByOneOperation(scope, isUpsert: true) : new UpsertManyOperation(scope);
        }

        if (hasKey)
        {
            yield return new DeleteOperation(scope);
        }
    }
}
