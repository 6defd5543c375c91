namespace Dowel.Schema.Tests;

/// <summary>What PostgreSQL does for a statement, measured by one that runs.</summary>
public sealed class MeasuredTests
{
    private const string Outside = "!";
    private const string Retype = "safer: add a column of the new type, fill it in batches, then swap the names";
    private const string Fill = "safer: add the column null and without a default, set the default, then fill it in batches";
    private const string Everybody = "under access exclusive; readers and writers wait";
    private const string Brief = "locked for a moment: users under access exclusive";

    /// <summary>A transaction, or behind <see cref="Outside"/> a statement without one, and what is told of it.</summary>
    public static TheoryData<string, string[]> Statements => new()
    {
        // Types: what the value has to be written anew for, and what it has not.
        { "alter table users alter column age type bigint", [$"rewrites users {Everybody}", Retype] },
        { "alter table users alter column name type varchar(20)", [Brief] },
        { "alter table users alter column name type text", [Brief] },
        { "alter table users alter column name type varchar(5)", [$"rewrites users {Everybody}", Retype] },
        { "alter table users alter column price type numeric(12,2)", [Brief] },
        { "alter table users alter column price type numeric(10,3)", [$"rewrites users {Everybody}", Retype] },
        { "set local timezone = 'UTC'; alter table users alter column at type timestamp", [Brief] },
        { "set local timezone = 'Europe/Berlin'; alter table users alter column at type timestamp", [$"rewrites users {Everybody}", Retype] },
        { "alter table users alter column name type varchar(10) collate \"C\"", [$"builds an index of users {Everybody}", Retype] },
        {
            "alter table users alter column mail type varchar",
            [$"checks every row of users {Everybody}", "safer: drop the check, change the type, add the check not valid, and validate it in a script of its own"]
        },
        { "do $$ begin alter table users alter column age type bigint; end $$", [$"rewrites users {Everybody}", Retype] },
        { "select touch()", [$"rewrites notes {Everybody}", Retype] },
        { "alter table other.users alter column id type bigint", [$"rewrites other.users {Everybody}", Retype] },
        { Outside + "alter table users alter column age type bigint", [$"rewrites users {Everybody}", Retype] },

        // Columns.
        { "alter table users add column x integer", [Brief] },
        { "alter table users add column x integer not null default 1", [Brief] },
        { "alter table users add column x timestamptz default now()", [Brief] },
        { "alter table users add column x double precision default random()", [$"rewrites users {Everybody}", Fill] },
        { "alter table users add column x serial", [$"rewrites users {Everybody}", Fill] },
        { "alter table users add column x integer generated always as identity", [$"rewrites users {Everybody}", Fill] },
        {
            "alter table users add column x integer generated always as (age + 1) stored",
            [$"rewrites users {Everybody}", "safer: add a plain column that a trigger keeps, and fill it in batches"]
        },
        {
            "alter table users add column x integer check (x > 0)",
            [$"checks every row of users {Everybody}", "safer: add the column alone, then the check not valid, and validate it in a script of its own"]
        },
        { "alter table users add column x integer references notes", ["locked for a moment: users under access exclusive; notes under share row exclusive"] },
        { "alter table users drop column age", [Brief] },
        {
            "alter table users alter column code set not null",
            [$"checks every row of users {Everybody}", "safer: add a check (… is not null) not valid, validate it in a script of its own, then set not null"]
        },
        { "alter table proven alter column a set not null", ["locked for a moment: proven under access exclusive"] },

        // Constraints.
        { "alter table users add constraint c check (age > 0)", [$"checks every row of users {Everybody}", "safer: add the check not valid, and validate it in a script of its own"] },
        { "alter table users add constraint c check (age > 0) not valid", [Brief] },
        {
            "alter table users add constraint c check (age > 0) not valid; alter table users validate constraint c",
            [$"checks every row of users {Everybody}", "safer: run it in a script of its own, so that no lock of an earlier statement is kept meanwhile"]
        },
        { "alter table pending validate constraint above", [] },
        {
            "alter table notes add constraint f foreign key (user_id) references users",
            [
                "looks up every reference of notes under share row exclusive; writers wait", "meanwhile users under share row exclusive; writers wait",
                "safer: add the constraint not valid, and validate it in a script of its own",
            ]
        },
        { "alter table notes add constraint f foreign key (user_id) references users not valid", ["locked for a moment: notes, users under share row exclusive"] },
        { "alter table pending validate constraint of_user", [] },
        {
            "alter table users add constraint u unique (code)",
            [$"builds an index of users {Everybody}", "safer: create a unique index concurrently, outside a transaction, then add the constraint using it"]
        },
        { "alter table users add constraint e exclude (age with =)", [$"builds an index of users {Everybody}"] },
        { "alter domain score add constraint positive check (value > 0)", ["reads every row of scores under share; writers wait"] },
        { "create table new (id integer references users)", ["locked for a moment: users under share row exclusive"] },

        // Indexes.
        { "create index i on users (age)", ["builds an index of users under share; writers wait", "safer: create it concurrently, outside a transaction"] },
        {
            "create index i on events (day)",
            [
                "builds an index of events_1 under share; writers wait", "meanwhile events under share; writers wait",
                "safer: create it on the whole alone, then concurrently on each part, outside a transaction, and attach those",
            ]
        },
        { Outside + "create index concurrently i on users (age)", [] },
        { Outside + "drop index concurrently users_name", [] },
        { "drop index users_name", [Brief] },
        { Outside + "reindex table concurrently users", [] },
        { "reindex index users_name", [$"builds anew an index of users {Everybody}", "safer: reindex concurrently, outside a transaction"] },
        { Outside + "reindex table users", ["builds anew an index of users under share; writers wait", "safer: reindex concurrently, outside a transaction"] },

        // Tables as a whole.
        { "alter table events detach partition events_1", ["locked for a moment: events, events_1 under access exclusive"] },
        {
            "alter table events attach partition events_2 for values from ('2026-03-01') to ('2026-04-01')",
            [$"checks every row of events_2 {Everybody}", "safer: add a check of the bounds not valid, validate it in a script of its own, then attach"]
        },
        { "drop table users cascade", ["locked for a moment: orders, pending, users under access exclusive"] },
        { "truncate notes", ["locked for a moment: notes under access exclusive"] },
        { "do $$ begin truncate notes; end $$", ["locked for a moment: notes under access exclusive"] },
        { "cluster users using users_pkey", [$"rewrites users {Everybody}"] },
        { Outside + "vacuum full users", [$"rewrites users {Everybody}"] },
        { Outside + "vacuum users", [] },
        { "alter table proven set unlogged", [$"rewrites proven {Everybody}"] },
        { "alter table users set (fillfactor = 70)", [] },
        { "alter table users rename to people", [Brief] },
        { "refresh materialized view totals", [$"fills totals {Everybody}", "safer: refresh it concurrently, which takes a unique index over all of its rows"] },
        { "refresh materialized view concurrently totals", [] },
        { "comment on table users is 'x'", [] },
        { "create view v as select * from users", [] },
        { Outside + "alter type mood add value 'bad'", [] },

        // Locks are kept to the end of a transaction, and rows may be many.
        { "update users set age = 1", [] },
        {
            "alter table users add column x integer; update users set x = 1",
            [$"reads every row of users {Everybody}", "safer: run it in a script of its own, so that no lock of an earlier statement is kept meanwhile"]
        },
        {
            "alter table notes add column x integer; alter table users alter column age type bigint",
            [$"rewrites users {Everybody}", "meanwhile notes under access exclusive; readers and writers wait", Retype]
        },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task A_statement_is_told_by_what_the_server_does(string statements, string[] told) => (await Traced.TellAsync(statements)).ShouldBe(told);

    [Fact]
    public async Task Parts_that_are_detached_concurrently_stop_nobody_at_the_whole() =>
        (await Traced.TellAsync(Outside + "alter table events detach partition events_1 concurrently")).ShouldNotContain(line => line.Contains("events ", StringComparison.Ordinal));

    [Fact]
    public async Task What_a_plan_makes_is_no_hazard() =>
        (await Traced.TellAsync("create table new (id integer, name text); create index i on new (id); alter table new alter column id type bigint")).ShouldBeEmpty();

    [Fact]
    public async Task A_statement_that_is_refused_says_why()
    {
        var failure = await Should.ThrowAsync<SchemaStatementException>(() => Traced.RunAsync(new ScriptDraft(["alter table nobody add column x integer"])));
        failure.Message.ShouldContain("nobody");
    }
}
