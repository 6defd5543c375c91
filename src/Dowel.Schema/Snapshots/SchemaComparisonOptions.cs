namespace Dowel.Schema;

/// <summary>What one has to say beside two schemas.</summary>
public sealed record SchemaComparisonOptions
{
    /// <summary>New names by old ones: tables (<c>people</c>: <c>users</c>) and columns with their table's new name (<c>users.mail</c>: <c>users.email</c>), in the default schema.</summary>
    public IReadOnlyDictionary<string, string> Renames { get; init; } = new Dictionary<string, string>();

    /// <summary>Losses that are wanted, as <see cref="SchemaComparison.Losses"/> has them: <c>drop-column:users.name</c>.</summary>
    public IReadOnlyCollection<string> Allowed { get; init; } = [];

    /// <summary>What rows that are there get in a column that is new or can be null no longer, or what its values become where its type changes, by the column (<c>users.email</c>): an expression in SQL.</summary>
    public IReadOnlyDictionary<string, string> Backfills { get; init; } = new Dictionary<string, string>();

    /// <summary>The same as the comparison takes it.</summary>
    internal DiffOptions Read() => new()
    {
        Renames = [.. Renames.Select(rename => new RenameIntent(Key(rename.Key), Key(rename.Value)))],
        Backfills = Backfills.ToDictionary(backfill => Key(backfill.Key), backfill => backfill.Value),
        Allowed = Allowed.ToHashSet(StringComparer.Ordinal),
    };

    private static ObjectKey Key(string path) => path.Split('.') switch
    {
        [var table] => new(ObjectKind.Table, table),
        [var table, var column] => new(ObjectKind.Column, table, column),
        _ => throw new ArgumentException($"'{path}' is neither a table nor a column of one: users, users.email."),
    };
}
