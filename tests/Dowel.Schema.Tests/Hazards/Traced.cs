using Dowel.Postgres;

namespace Dowel.Schema.Tests;

/// <summary>Statements as PostgreSQL was seen to carry them out.</summary>
internal static class Traced
{
    /// <summary>Two tables and what stands on them, a partitioned one, and one to attach.</summary>
    public const string Before = """
        create table users (id integer primary key, name varchar(10), age integer, price numeric(10,2), at timestamptz, mail text check (mail <> ''), code text);
        create index users_name on users (name);
        create table notes (id integer primary key, user_id integer, body text, span int4range);
        create table orders (id integer references users);
        create table events (day date not null) partition by range (day);
        create table events_1 partition of events for values from ('2026-01-01') to ('2026-02-01');
        create table events_2 (day date not null);
        create table proven (a integer, constraint a_there check (a is not null));
        create materialized view totals as select user_id, count(*) as n from notes group by user_id;
        create unique index totals_user on totals (user_id);
        create domain score as integer;
        create table scores (value score);
        create table pending (id integer, user_id integer);
        alter table pending add constraint above check (id > 0) not valid;
        alter table pending add constraint of_user foreign key (user_id) references users not valid;
        create schema other;
        create table other.users (id integer, note text);
        create function touch() returns void language plpgsql as $$ begin execute 'alter table notes alter column id type bigint'; end $$;
        create type mood as enum ('good');
        """;

    /// <summary>Runs scripts over <see cref="Before"/>.</summary>
    /// <param name="drafts">The scripts.</param>
    public static Task<IReadOnlyList<StatementTrace>> RunAsync(params IReadOnlyList<ScriptDraft> drafts) => RunOnAsync(Made, drafts);

    /// <summary>Runs scripts over a database.</summary>
    /// <param name="made">What makes the database.</param>
    /// <param name="drafts">The scripts.</param>
    public static async Task<IReadOnlyList<StatementTrace>> RunOnAsync(IEnumerable<string> made, IReadOnlyList<ScriptDraft> drafts)
    {
        await using var scratch = await Scratch.PostgresAsync();
        await scratch.RunAsync(made);
        return await ((PostgresMigrationDatabase)scratch.Migrated).TraceAsync(drafts, TestContext.Current.CancellationToken);
    }

    /// <summary>Reads <see cref="Before"/>.</summary>
    public static async Task<DatabaseModel> ModelAsync()
    {
        await using var scratch = await Scratch.PostgresAsync();
        await scratch.RunAsync(Made);
        return await scratch.Database.ReadModelAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Scripts as tests write them.</summary>
    /// <param name="statements">The statements of one transaction, or behind an exclamation mark some outside of one.</param>
    public static IReadOnlyList<ScriptDraft> Drafts(string statements) =>
        [new(statements.Contains('$') ? [statements] : statements.TrimStart('!').Split("; ")) { IsTransactional = statements[0] != '!' }];

    /// <summary>What users read, statements left out.</summary>
    /// <param name="statements">As for <see cref="Drafts"/>.</param>
    public static async Task<IReadOnlyList<string>> TellAsync(string statements) => Tell(await RunAsync(Drafts(statements)));

    /// <summary>What users read, statements left out.</summary>
    /// <param name="traces">What was seen.</param>
    public static IReadOnlyList<string> Tell(IReadOnlyList<StatementTrace> traces) =>
        [.. HazardText.Of(HazardRules.Of(traces)).Where(line => line[0] == ' ' || line.StartsWith("locked", StringComparison.Ordinal)).Select(line => line.Trim())];

    private static string[] Made => Before.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
