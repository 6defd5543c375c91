using System.Globalization;

namespace Dowel.Migrations;

/// <summary>The SQL of the history table and its journal, the same on every engine but for names and types. Pure.</summary>
public sealed class HistoryTable
{
    /// <summary>The table's name where none is given.</summary>
    public const string DefaultName = "schema_history";

    /// <summary>What the journal's name adds to the history's.</summary>
    public const string JournalSuffix = "_journal";

    private const string Columns =
        "rank, kind, version, version_key, description, source, checksum, statements, applied_at, elapsed_ms";

    private readonly string _history;
    private readonly string _journal;
    private readonly string _timestamp;

    /// <summary>Names the two tables.</summary>
    /// <param name="dialect">Whose quotes and types are used.</param>
    /// <param name="name">The history table's name, unquoted.</param>
    /// <param name="schema">The schema they are in, unquoted; null leaves them to the search path.</param>
    public HistoryTable(Dialect dialect, string name, string? schema)
    {
        var prefix = schema is null ? "" : dialect.QuoteIdentifier(schema) + ".";
        _history = prefix + dialect.QuoteIdentifier(name);
        _journal = prefix + dialect.QuoteIdentifier(name + JournalSuffix);
        _timestamp = dialect.EngineTokens["timestamp"];
        SelectHistory = $"""
            select cast(rank as text), kind, version, version_key, description, source, checksum, cast(statements as text),
                   {dialect.RenderTime("applied_at")}, cast(elapsed_ms as text)
            from {_history} order by {_history}.rank
            """;
    }

    /// <summary>Makes both tables where they are missing.</summary>
    public IReadOnlyList<HistoryCommand> Create =>
    [
        new($"""
            create table if not exists {_history} (
                rank bigint not null primary key,
                kind text not null,
                version text,
                version_key text unique,
                description text not null,
                source text not null,
                checksum text not null,
                statements bigint not null,
                applied_at {_timestamp} not null,
                elapsed_ms double precision
            )
            """),
        new($"""
            create table if not exists {_journal} (
                kind text not null,
                script text not null,
                number bigint not null,
                checksum text not null,
                state text not null,
                primary key (kind, script, number)
            )
            """),
    ];

    /// <summary>Reads the history: ten columns, for <see cref="ReadApplied"/>.</summary>
    /// <remarks>All of them are text, in the one spelling that SQLite keeps, so that a driver needs to know no other type.</remarks>
    public string SelectHistory { get; }

    /// <summary>Reads the journal: five columns, for <see cref="ReadJournal"/>.</summary>
    public string SelectJournal =>
        $"select kind, script, cast(number as text), checksum, state from {_journal} order by kind, script, {_journal}.number";

    /// <summary>Turns a set of changes into statements, in the order in which they must run.</summary>
    public IEnumerable<HistoryCommand> Render(HistoryChanges changes) =>
    [
        .. changes.MakesTables ? Create : [],
        .. changes.Applied.Select(Insert),
        .. changes.Undone.Select(rank => new HistoryCommand($"delete from {_history} where rank = $1", rank) { MustChangeRow = true }),
        .. changes.Revised.Select(row => new HistoryCommand(
            $"update {_history} set description = $2, source = $3, checksum = $4, statements = $5, elapsed_ms = $6 where rank = $1",
            row.Rank, row.Description, row.Source, row.Checksum, (long)row.Statements, row.Elapsed?.TotalMilliseconds)),
        .. changes.Journaled.Select(entry => new HistoryCommand(
            $"insert into {_journal} (kind, script, number, checksum, state) values ($1, $2, $3, $4, $5)",
            Render(entry.Kind), entry.Script, (long)entry.Number, entry.Checksum, Render(entry.State))),
        .. changes.Advanced.Select(entry => new HistoryCommand(
            $"update {_journal} set checksum = $4, state = $5 where kind = $1 and script = $2 and number = $3",
            Render(entry.Kind), entry.Script, (long)entry.Number, entry.Checksum, Render(entry.State))),
        .. changes.Forgotten.Select(entry => new HistoryCommand(
            $"delete from {_journal} where kind = $1 and script = $2 and number = $3",
            Render(entry.Kind), entry.Script, (long)entry.Number)),
        .. changes.Finished is { } script
            ? [new HistoryCommand($"delete from {_journal} where kind = $1 and script = $2", Render(script.Kind), script.Id)]
            : Array.Empty<HistoryCommand>(),
    ];

    /// <summary>Reads one row of <see cref="SelectHistory"/>.</summary>
    /// <param name="value">Gives a column by its ordinal, or null.</param>
    /// <exception cref="FormatException">The row is not one that Dowel wrote.</exception>
    public static AppliedScript ReadApplied(Func<int, string?> value) => new()
    {
        Rank = long.Parse(value(0)!, CultureInfo.InvariantCulture),
        Kind = ReadKind(value(1)!),
        Version = value(2) is { } version ? MigrationVersion.Parse(version) : null,
        Description = value(4)!,
        Source = value(5)!,
        Checksum = value(6)!,
        Statements = int.Parse(value(7)!, CultureInfo.InvariantCulture),
        AppliedAt = DateTimeOffset.Parse(value(8)!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
        Elapsed = value(9) is { } elapsed
            ? TimeSpan.FromMilliseconds(double.Parse(elapsed, CultureInfo.InvariantCulture))
            : null,
    };

    /// <summary>Reads one row of <see cref="SelectJournal"/>.</summary>
    /// <param name="value">Gives a column by its ordinal as text in the invariant culture.</param>
    /// <exception cref="FormatException">The row is not one that Dowel wrote.</exception>
    public static JournalEntry ReadJournal(Func<int, string> value) => new(
        ReadKind(value(0)),
        value(1),
        int.Parse(value(2), CultureInfo.InvariantCulture),
        value(3),
        Enum.TryParse<JournalState>(value(4), ignoreCase: true, out var state) ? state : throw new FormatException($"'{value(4)}' is no state of a statement"));

    private static ScriptKind ReadKind(string kind) => kind switch
    {
        "versioned" => ScriptKind.Versioned,
        "repeatable" => ScriptKind.Repeatable,
        "undo" => ScriptKind.Undo,
        "baseline" => ScriptKind.Baseline,
        _ => throw new FormatException($"'{kind}' is no kind of script"),
    };

    private HistoryCommand Insert(AppliedScript row) => new(
        $"insert into {_history} ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        row.Rank,
        Render(row.Kind),
        row.Version?.Text,
        row.Version?.Key,
        row.Description,
        row.Source,
        row.Checksum,
        (long)row.Statements,
        row.AppliedAt,
        row.Elapsed?.TotalMilliseconds);

    private static string Render<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
