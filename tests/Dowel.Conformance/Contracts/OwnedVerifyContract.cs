using System.Text.RegularExpressions;
using Dowel.Contracts;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;

namespace Dowel.Conformance;

/// <summary>How a statement might try to reach an owned table, and that the engine itself refuses it; <c>{projects}</c> is what braces become.</summary>
public abstract partial class OwnedVerifyContract(Engine engine) : Contract(engine)
{
    private const string Tables = """
        create table projects (id bigint not null primary key, owner_id bigint not null, name text not null);
        create table files (id bigint not null primary key, project_id bigint not null references projects (id), path text not null);
        create table notes (id bigint not null primary key, text text not null);
        """;

    [Theory]
    [InlineData("select id from {projects}")]
    [InlineData("select projects.id from {projects}")]
    [InlineData("select id from {files}")]
    [InlineData("select f.id from {files} f join {projects} p on p.id = f.project_id")]
    [InlineData("select n.id from notes n where exists (select 1 from {projects} where projects.id = n.id)")]
    [InlineData("with mine as (select id from {projects}) select id from mine")]
    [InlineData("select id from notes union all select id from {projects}")]
    [InlineData("select id from notes where text = 'projects' or text like '%from projects%'")]
    [InlineData("select projects.id from notes projects")]
    [InlineData("with projects as (select id from notes) select id from projects")]
    [InlineData("select id as projects from notes")]
    [InlineData("update notes set text = 'a' where id in (select id from {projects}) returning id")]
    [InlineData("delete from notes where id in (select id from {files}) returning id")]
    public async Task What_names_the_owner_passes(string sql) => (await FindAsync(sql)).ShouldBeEmpty();

    [Theory]
    [InlineData("select id from ~projects")]
    [InlineData("select id from ~PROJECTS")]
    [InlineData("select id from ~\"projects\"")]
    [InlineData("select id from /* a */ ~projects -- b")]
    [InlineData("select p.id from notes p join ~projects q on q.id = p.id")]
    [InlineData("select p.id from {projects} p join ~projects q on q.id = p.id")]
    [InlineData("select p.id from {projects} p cross join ~files")]
    [InlineData("select id from notes where id in (select id from ~projects)")]
    [InlineData("select id from notes where exists (select 1 from ~projects)")]
    [InlineData("select (select max(id) from ~projects) as id from notes")]
    [InlineData("with mine as (select id from ~projects) select id from mine")]
    [InlineData("select id from notes union select id from ~projects")]
    [InlineData("select id from notes except select id from ~projects")]
    [InlineData("update notes set text = p.name from ~projects p where p.id = notes.id returning notes.id")]
    [InlineData("update ~projects set name = 'a' returning id")]
    [InlineData("delete from ~projects returning id")]
    [InlineData("delete from notes where id in (select id from ~projects) returning id")]
    [InlineData("insert into ~projects (id, owner_id, name) values (1, 1, 'a') returning id")]
    [InlineData("insert into notes (id, text) select id, name from ~projects where true returning id")]
    [InlineData("insert into notes (id, text) values (1, 'a') on conflict (id) do update set text = (select name from ~projects) returning id")]
    [InlineData("select id from (select * from ~projects) as x")]
    public async Task A_bare_name_is_told_at_its_place(string sql)
    {
        var error = (await FindAsync(sql.Replace("~", "", StringComparison.Ordinal))).ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL3120", error.Problem);
        error.Problem.ShouldMatch("ReadAsync: it names the owned table '(projects|files)' bare\\.");
        if (!sql.Contains('{', StringComparison.Ordinal))
        {
            error.Location!.Value.Column.ShouldBe(20 + sql.IndexOf('~', StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("with projects as (select 7 as id, {owner} as owner_id) select id from {files}")]
    [InlineData("with projects (id, owner_id) as (select 7, {owner}) select f.id from {files} f")]
    [InlineData("with \"projects\" as (select 7 as id, {owner} as owner_id) select id from {projects}")]
    [InlineData("select n.id from notes n where n.id in (with projects as (select 7 as id, {owner} as owner_id) select id from {files})")]
    public async Task A_query_with_the_name_of_an_owned_table_cannot_stand_for_it(string sql) =>
        (await FindAsync(sql)).Select(finding => finding.Code).Distinct().ShouldBe(["DWL3121"]);

    [Theory]
    [InlineData("with recursive projects as (select id from {projects} union all select id + 1 from projects where id < 3) select id from projects")]
    [InlineData("with projects as (select 7 as id) select f.id from {files} f")]
    public async Task What_runs_with_hidden_names_alone_is_told(string sql)
    {
        var error = (await FindAsync(sql)).ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL3110");
        error.Problem.ShouldNotContain("hidden");
    }

    [Fact]
    public async Task A_view_shows_no_rows()
    {
        Write("V2__v.sql", "create view totals as select count(*) as id from projects; create view sums as select id from totals;");

        foreach (var view in (string[])["totals", "sums"])
        {
            (await FindAsync($"select id from {view}")).ShouldHaveSingleItem().Code.ShouldBe("DWL3120");
        }

        (await FindAsync("select id from totals", unowned: "Totals are for all.")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_owned_record_is_of_a_table()
    {
        Write("V2__v.sql", "create view shown as select id, owner_id from projects;");

        (await FindAsync("select id from notes", table: new("shown", "Shown", new("Shop.cs", 1, 1)))).ShouldHaveSingleItem().Code.ShouldBe("DWL3122");
    }

    [Theory]
    [InlineData("id", false)]
    [InlineData("name", true)]
    [InlineData("owner_id", true)]
    public async Task A_way_to_an_owner_goes_over_what_is_unique(string key, bool isTold)
    {
        var found = await FindAsync("select id from notes", table: new("files", "File", new("Shop.cs", 1, 1)) { Owner = new("project_id", [new("projects", key, "owner_id", new(ContractWord.BigInt))]) });

        found.Any(finding => finding.Code == "DWL3124").ShouldBe(isTold);
    }

    [Theory]
    [InlineData("select id from projects")]
    [InlineData("select id from {projects}")]
    [InlineData("delete from {projects} where projects.id = 1 returning id")]
    public async Task The_way_past_owners_names_tables_as_it_likes(string sql) => (await FindAsync(sql, unowned: "All of them.")).ShouldBeEmpty();

    [Fact]
    public async Task Other_mistakes_are_told_with_the_tables_own_names()
    {
        var error = (await FindAsync("select projects.emial from {projects}")).ShouldHaveSingleItem();

        error.Code.ShouldBe("DWL3110");
        (error.Problem + error.Remedy).ShouldNotContain("hidden");
    }

    private protected async Task<IReadOnlyList<DowelError>> FindAsync(string sql, string? unowned = null, ContractTable? table = null)
    {
        Write("V1__tables.sql", Tables);
        await using var scratch = await Database.Server.CreateScratchAsync(Cancellation);
        await new Migrator(scratch, Load(), new()).ApplyAsync(Cancellation);
        RepositoryContract[] contracts =
            [new("Shop.Repository") { Table = table, Owned = ["projects", "files", .. table is null ? [] : new[] { table.Name }], Statements = [Statement(sql, unowned)] }];
        if (scratch is SqliteMigrationDatabase sqlite)
        {
            return await ContractCheck.RunAsync(contracts, await sqlite.OpenContractsAsync(Cancellation), Cancellation);
        }

        await using var postgres = await ((PostgresMigrationDatabase)scratch).OpenContractsAsync(Cancellation);
        return await ContractCheck.RunAsync(contracts, postgres, Cancellation);
    }

    private ContractStatement Statement(string sql, string? unowned)
    {
        var owner = Engine.Dialect.Name == DialectNames.Sqlite ? "?1" : "$1";
        var text = Braces().Replace(sql, match => Expand(match.Groups["table"].Value, match.Groups["alias"].Value, unowned is null ? owner : null))
            .Replace("{owner}", owner, StringComparison.Ordinal);
        ContractText contract = new(text, [new(0, new("Shop.cs", 10, 20))]);
        return new("ReadAsync", new("Shop.cs", 9, 5))
        {
            Sqlite = contract,
            Postgres = contract,
            Parameters = text.Contains(owner, StringComparison.Ordinal) ? [new("owner", new(ContractWord.BigInt), IsNullable: false)] : [],
            Results = [new("", new(ContractWord.BigInt), IsNullable: true)],
            Unowned = unowned,
        };
    }

    // As the generator does it.
    private static string Expand(string table, string alias, string? owner)
    {
        var marked = $"\u0001{table}\u0001";
        var condition = table == "projects"
            ? $"{marked}.owner_id = {owner}"
            : $"{marked}.project_id in (select \u0001projects\u0001.id from \u0001projects\u0001 where \u0001projects\u0001.owner_id = {owner})";
        return (owner is null ? marked : $"(select * from {marked} where {condition})") + (alias.Length > 0 ? alias : $" as {table}");
    }

    [GeneratedRegex(@"\{(?<table>projects|files)\}(?<alias> [a-z]\b)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Braces();
}

public sealed class SqliteOwnedVerify() : OwnedVerifyContract(Engine.Sqlite)
{
    [Theory]
    [InlineData("select id from main.projects")]
    [InlineData("select id from [projects]")]
    [InlineData("select id from `projects`")]
    [InlineData("select id from 'projects'")]
    [InlineData("select id from Projects")]
    public async Task Every_spelling_of_the_name_is_refused(string sql) => (await FindAsync(sql)).ShouldHaveSingleItem().Code.ShouldBe("DWL3120");

    [Fact]
    public async Task A_trigger_that_keeps_a_table_in_order_is_no_way_out()
    {
        Write("V2__t.sql", "create trigger touched after insert on notes begin update projects set name = name; end;");

        (await FindAsync("insert into notes (id, text) values (1, 'a') returning id")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_search_table_that_reads_an_owned_one_shows_no_rows()
    {
        Write("V2__t.sql", "create virtual table found using fts5 (name, content = 'projects', content_rowid = 'id'); create virtual table words using fts5 (text);");

        (await FindAsync("select name from found")).ShouldHaveSingleItem().Code.ShouldBe("DWL3120");
        (await FindAsync("select text from words")).ShouldNotContain(finding => finding.Code == "DWL3120");
        (await FindAsync("select rowid as id from found", unowned: "The index is for all.")).ShouldNotContain(finding => finding.Code == "DWL3120");
    }

    [Fact]
    public async Task A_trigger_on_a_view_is_a_way_out()
    {
        Write("V2__t.sql", "create view w as select id from notes; create trigger w_i instead of insert on w begin delete from projects; end;");

        (await FindAsync("insert into w (id) values (1) returning id")).ShouldHaveSingleItem().Code.ShouldBe("DWL3120");
    }
}

public sealed class PostgresOwnedVerify() : OwnedVerifyContract(Engine.Postgres)
{
    [Theory]
    [InlineData("select id from public.projects")]
    [InlineData("select id from Projects")]
    [InlineData("select id from only projects")]
    [InlineData("select id from U&\"pr\\006fjects\"")]
    [InlineData("select p.id from notes n, lateral (select id from projects where projects.id = n.id) p")]
    [InlineData("delete from notes using projects p where p.id = notes.id returning notes.id")]
    public async Task Every_spelling_of_the_name_is_refused(string sql)
    {
        var codes = (await FindAsync(sql)).Select(finding => finding.Code);

        codes.ShouldBe(["DWL3120"]);
    }

    [Theory]
    [InlineData("select query_to_xml('select * from projects', true, true, '')::text as id")]
    [InlineData("select n.id from notes n where (select count(*) from ts_stat('select to_tsvector(name) from projects')) > 0")]
    [InlineData("select table_to_xml(cast('proj' || 'ects' as text)::regclass, true, true, '')::text as id")]
    public async Task A_function_that_runs_text_shows_no_rows(string sql) => (await FindAsync(sql)).ShouldHaveSingleItem().Code.ShouldBe("DWL3120");

    [Fact]
    public async Task What_an_owned_table_inherits_from_shows_no_rows()
    {
        Write("V0__t.sql", "create table things (id bigint not null);");
        Write("V2__t.sql", "alter table projects inherit things; create view seen as select id from things;");

        (await FindAsync("select id from things")).ShouldHaveSingleItem().Code.ShouldBe("DWL3120");
        (await FindAsync("select id from seen")).ShouldHaveSingleItem().Code.ShouldBe("DWL3120");
    }

    [Fact]
    public async Task Functions_and_other_tables_show_no_rows()
    {
        Write("V2__f.sql", """
            create function counted() returns bigint language sql as $$ select count(*) from projects $$;
            create function rows_of_all() returns setof projects language plpgsql as $$ begin return query execute 'select * from ' || 'projects'; end $$;
            create function counted_from(bigint) returns bigint language sql as $$ select $1 + count(*) from projects $$;
            create operator ### (rightarg = bigint, function = counted_from);
            create function run(command text) returns bigint language plpgsql as $$ declare n bigint; begin execute command into n; return n; end $$;
            create function twice() returns bigint language sql as $$ select 2 * counted() $$;
            create materialized view kept as select id from projects;
            create table heirs () inherits (projects);
            create function touch() returns trigger language plpgsql as $$ begin update projects set name = name; return new; end $$;
            create trigger touched after insert on notes for each row execute function touch();
            """);

        string[] statements =
        [
            "select counted() as id", "select id from rows_of_all()", "select twice() as id", "select id from kept", "select id from heirs",
            "select ### id as id from notes", "select run('select 1') as id",
        ];
        foreach (var sql in statements)
        {
            (await FindAsync(sql)).ShouldHaveSingleItem().Code.ShouldBe("DWL3120", sql);
        }

        (await FindAsync("insert into notes (id, text) values (1, 'a') returning id")).ShouldBeEmpty();
    }
}
