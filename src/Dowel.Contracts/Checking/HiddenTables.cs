namespace Dowel.Contracts;

/// <summary>The owned tables of a database whose names nobody can guess any more, and what shows their rows.</summary>
/// <param name="Names">The new name of each table by its own; quoted it can stand in a statement.</param>
/// <param name="Others">The names of views, tables and functions that show their rows and have been hidden with them.</param>
internal sealed record HiddenTables(IReadOnlyDictionary<string, string> Names, IReadOnlyCollection<string> Others)
{
    /// <summary>Nothing is hidden.</summary>
    public static HiddenTables None { get; } = new(new Dictionary<string, string>(), []);

    /// <summary>The name that a thing is hidden under.</summary>
    /// <param name="number">Which, from 0.</param>
    /// <remarks>All are of one length, so that none is the beginning of another.</remarks>
    public static string NameOf(int number) => $"dowel hidden {number:d5}";

    /// <summary>A statement that an engine can be asked about: its marks are replaced by the names of now.</summary>
    public ContractStatement Show(ContractStatement statement) => statement with
    {
        Sqlite = statement.Sqlite is { } sqlite ? Show(sqlite) : null,
        Postgres = statement.Postgres is { } postgres ? Show(postgres) : null,
    };

    /// <summary>A table's name of now, as it stands in statements; null where it has its own.</summary>
    public string? Find(string table) => Names.TryGetValue(table, out var name) ? $"\"{name}\"" : null;

    /// <summary>The hidden thing that a name would have meant; null where it would have meant none.</summary>
    /// <remarks>In any case of letters: SQLite reads names so.</remarks>
    public string? Meant(string name) => Names.Keys.Concat(Others).FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>An engine's words with the tables' own names.</summary>
    public string Translate(string words) => Names.Aggregate(words, (text, name) => text.Replace(name.Value, name.Key, StringComparison.Ordinal));

    /// <summary>What an engine says, with the tables' own names.</summary>
    public StatementDescription Translate(StatementDescription described) => Names.Count == 0 ? described : described with
    {
        Refusal = described.Refusal is { } refusal ? refusal with { Message = Translate(refusal.Message) } : null,
        Results = [.. described.Results.Select(result => result with { Origin = result.Origin is { } origin ? Translate(origin) : null })],
    };

    private ContractText Show(ContractText text)
    {
        var owned = OwnedText.Of(text);
        return owned.With(i => Find(owned.Marks[i].Table));
    }
}
