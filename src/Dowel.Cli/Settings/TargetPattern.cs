using Dowel.Postgres;

namespace Dowel.Cli;

/// <summary>What <c>--each</c> names: files by a pattern, schemas or databases by a pattern or a query.</summary>
/// <param name="Kind">What it is a pattern of.</param>
/// <param name="Text">The pattern or query without what says its kind.</param>
internal sealed record TargetPattern(TargetKind Kind, string Text)
{
    private const string Files = "sqlite:";
    private const string Schemas = "schema:";
    private const string Databases = "database:";

    /// <summary>The kind in a sentence.</summary>
    public string Noun => Kind switch
    {
        TargetKind.Files => "file",
        TargetKind.Schemas => "schema",
        _ => "database",
    };

    /// <summary>Whether it asks the database for names.</summary>
    public bool IsQuery => Kind != TargetKind.Files && PostgresTargets.IsQuery(Text);

    /// <summary>Reads the option's value.</summary>
    /// <param name="text">What stands behind <c>--each</c>.</param>
    /// <param name="findAddress">Finds the database's address, or null; asked only where it decides.</param>
    /// <exception cref="CommandLineException">The value does not fit the database.</exception>
    public static TargetPattern Parse(string text, Func<DatabaseAddress?> findAddress)
    {
        var value = text.Trim();
        var pattern = value.StartsWith(Files, StringComparison.OrdinalIgnoreCase) ? new(TargetKind.Files, value[Files.Length..])
            : value.StartsWith(Schemas, StringComparison.OrdinalIgnoreCase) ? OnServer(TargetKind.Schemas, value[Schemas.Length..], findAddress())
            : value.StartsWith(Databases, StringComparison.OrdinalIgnoreCase) ? OnServer(TargetKind.Databases, value[Databases.Length..], findAddress())
            : PostgresTargets.IsQuery(value) ? OnServer(TargetKind.Schemas, value, findAddress())
            : Bare(value, findAddress());
        return pattern.Text.Trim().Length == 0 ? throw Refuse("--each names nothing.")
            : pattern is { Kind: TargetKind.Files, Text: ":memory:" } ? throw Refuse("A database in memory is one, and gone when the command ends: --each cannot bring it up.")
            : pattern with { Text = pattern.Text.Trim() };
    }

    private static TargetPattern Bare(string value, DatabaseAddress? address) => address switch
    {
        not { Kind: DatabaseKind.Postgres } => new(TargetKind.Files, value),
        _ when value.AsSpan().ContainsAny('/', '\\') => throw Refuse("--each names files, and the database's address is PostgreSQL's."),
        _ => new(TargetKind.Schemas, value),
    };

    private static TargetPattern OnServer(TargetKind kind, string text, DatabaseAddress? address) => address switch
    {
        null => throw new CommandLineException(CommandLineErrors.NoUrl()),
        { Kind: DatabaseKind.Sqlite } => throw Refuse("Schemas and databases are PostgreSQL's, and the database's address is SQLite's."),
        _ => new(kind, text),
    };

    private static CommandLineException Refuse(string problem) => new(CommandLineErrors.BadEach(problem));
}
