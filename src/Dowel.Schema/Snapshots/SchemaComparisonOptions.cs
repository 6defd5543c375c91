namespace Dowel.Schema;

/// <summary>What one has to say beside two schemas.</summary>
public sealed record SchemaComparisonOptions
{
    /// <summary>New names by old ones: tables (<c>people</c>: <c>users</c>) and columns with their table's new name (<c>users.mail</c>: <c>users.email</c>), in the default schema.</summary>
    public IReadOnlyDictionary<string, string> Renames { get; init; } = new Dictionary<string, string>();

    /// <summary>Losses that are wanted, as <see cref="SchemaComparison.Losses"/> has them: <c>drop-column:users.name</c>.</summary>
    public IReadOnlyCollection<string> Allowed { get; init; } = [];

    /// <summary>The same as the comparison takes it.</summary>
    internal DiffOptions Read() => new()
    {
        Renames = [.. Renames.Select(rename => new RenameIntent(Key(rename.Key), Key(rename.Value)))],
        Allowed = Allowed.ToHashSet(StringComparer.Ordinal),
    };

    private static ObjectKey Key(string path) => path.Split('.') switch
    {
        [var table] => new(ObjectKind.Table, table),
        [var table, var column] => new(ObjectKind.Column, table, column),
        _ => throw new ArgumentException($"'{path}' is neither a table nor a column of one: users, users.email."),
    };
}
