namespace Dowel.Postgres;

/// <summary>What to ask the catalogs about a statement that runs outside transactions. Pure.</summary>
/// <param name="Kind">How it can be found out.</param>
/// <param name="Name">The object's name, as text for <c>to_regclass</c> where it is a relation.</param>
/// <param name="Question">A query with one parameter, the name, and one boolean answer.</param>
/// <param name="IsDoneWhenThere">Which answer means that the work is done.</param>
internal sealed record PostgresProbeTarget(
    PostgresProbeKind Kind, string? Name = null, string? Question = null, bool IsDoneWhenThere = true)
{
    private const string Relation = "select to_regclass($1) is not null";
    private const string Database = "select exists (select 1 from pg_database where datname = $1)";
    private const string Tablespace = "select exists (select 1 from pg_tablespace where spcname = $1)";
    private const string Subscription = "select exists (select 1 from pg_subscription where subname = $1)";
    private const string Prepared = "select exists (select 1 from pg_prepared_xacts where gid = $1)";

    private static readonly PostgresProbeTarget Unknown = new(PostgresProbeKind.Unknown);
    private static readonly PostgresProbeTarget Repeatable = new(PostgresProbeKind.Repeatable);

    /// <summary>Reads a statement's words.</summary>
    public static PostgresProbeTarget Of(string statement)
    {
        var words = new PostgresCursor(statement);
        return words switch
        {
            _ when words.TakeOneOf("vacuum", "cluster", "checkpoint", "discard", "analyze") => Repeatable,
            _ when words.TakeOneOf("commit", "rollback", "end", "abort") => EndOfPrepared(ref words),
            _ when words.Take("reindex") => new(PostgresProbeKind.IndexRebuild),
            _ when words.Take("create") => Create(ref words),
            _ when words.Take("drop") => Drop(ref words),
            _ when words.Take("alter") => Alter(ref words),
            _ => Unknown,
        };
    }

    private static PostgresProbeTarget Create(ref PostgresCursor words)
    {
        _ = words.Take("unique");
        if (words.Take("index"))
        {
            _ = words.Take("concurrently");
            _ = words.Take("if", "not", "exists");

            // The server finds a name itself where none is given; doing it again would make a second index.
            return words.Is("on") || words.TakeName() is not { } name
                ? Unknown
                : new(PostgresProbeKind.IndexBuild, ToText(BesideItsTable(name, ref words)));
        }

        return Named(ref words, isCreated: true);
    }

    // An index is in its table's schema, whatever the search path says (PostgreSQL 18 docs, CREATE INDEX).
    private static PostgresName BesideItsTable(PostgresName index, ref PostgresCursor words)
    {
        _ = words.Take("on");
        _ = words.Take("only");
        return words.TakeName() is { Schema: { } schema } ? index with { Schema = schema } : index;
    }

    private static PostgresProbeTarget Drop(ref PostgresCursor words)
    {
        if (!words.Take("index"))
        {
            return Named(ref words, isCreated: false);
        }

        _ = words.Take("concurrently");
        _ = words.Take("if", "exists");
        return words.TakeName() is { } name
            ? new(PostgresProbeKind.Catalog, ToText(name), Relation, IsDoneWhenThere: false)
            : Unknown;
    }

    private static PostgresProbeTarget Named(ref PostgresCursor words, bool isCreated)
    {
        var question = words.Take("database") ? Database
            : words.Take("tablespace") ? Tablespace
            : words.Take("subscription") ? Subscription
            : null;
        _ = words.Take("if", "exists");
        return question is not null && words.TakeName() is { } name
            ? new(PostgresProbeKind.Catalog, name.Name, question, isCreated)
            : Unknown;
    }

    private static PostgresProbeTarget Alter(ref PostgresCursor words)
    {
        if (words.TakeOneOf("system", "subscription", "database"))
        {
            return Repeatable;
        }

        while (!words.AtEnd && !words.Take("detach", "partition"))
        {
            words.Advance();
        }

        return words.TakeName() is { } name
            ? new(PostgresProbeKind.Detachment, ToText(name))
            : Unknown;
    }

    private static PostgresProbeTarget EndOfPrepared(ref PostgresCursor words) =>
        words.Take("prepared")
            ? new(PostgresProbeKind.Catalog, words.CurrentText.Trim('\'').ToString(), Prepared, IsDoneWhenThere: false)
            : Repeatable;

    private static string ToText(PostgresName name) => name.Schema is null
        ? PostgresNames.Quote(name.Name)
        : $"{PostgresNames.Quote(name.Schema)}.{PostgresNames.Quote(name.Name)}";
}
