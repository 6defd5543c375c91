using Dowel.Migrations;

namespace Dowel.Cli.Tests;

/// <summary>Looking at schemas, and comparing them.</summary>
public sealed class SchemaTests : IDisposable
{
    private const string Start = """
        create table users (id integer primary key, mail text not null, name text);
        create table notes (id integer primary key, user_id integer not null references users (id) on delete cascade, body text not null default '');
        create index notes_body on notes (body);

        """;

    private const string Wanted = """
        create table users (id integer primary key, email text not null);
        create table notes (id integer primary key, user_id integer not null references users (id) on delete cascade, body text not null default '', kind text);
        create index notes_body on notes (body);
        create view bodies as select body from notes;

        """;

    private readonly WorkingFolder _folder = new();

    public SchemaTests()
    {
        _folder.Variables.Clear();
        _folder.Write("migrations/V001__start.sql", Start);
    }

    [Fact]
    public Task A_schema_is_shown_in_every_form() => Golden.CheckAsync(
        "inspect", _folder, "inspect", "inspect migrations --as mermaid", "inspect --as dbml", "inspect --as tbls", "inspect --as json", "inspect nowhere", "inspect --as picture");

    [Fact]
    public async Task A_database_is_shown_where_its_url_is_given()
    {
        await _folder.RunAsync("up", "--url", "sqlite:app.db");
        File.WriteAllText("schema.sql", (await _folder.RunAsync("inspect", "--url", "sqlite:app.db")).Output);

        (await _folder.RunAsync("diff", "--from", "sqlite:app.db", "--to", "schema.sql")).ShouldBe(new(0, "-- No difference.\n", ""));
        await Golden.CheckJsonAsync("inspect", _folder, "inspect --url sqlite:app.db --as json", 0);
        await Golden.CheckJsonAsync("inspect-text", _folder, "inspect sqlite:app.db --as mermaid", 0);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_not_made()
    {
        (await _folder.RunAsync("inspect", "sqlite:none.db")).ExitCode.ShouldBe(3);
        (await _folder.RunAsync("diff", "--from", "sqlite:none.db", "--to", "migrations")).ExitCode.ShouldBe(3);

        File.Exists("none.db").ShouldBeFalse();
        (await _folder.RunAsync("inspect", "sqlite::memory:")).Output.ShouldBe("-- Nothing is there.\n");
    }

    [Fact]
    public Task Losses_need_a_word_and_new_names_a_line()
    {
        _folder.Write("drop.sql", Wanted).Write("rename.sql", "-- dowel: renamed users.mail -> users.email\n" + Wanted);
        _folder.Write("nothing.sql", "-- dowel: renamed pet -> pets\n" + Start).Write("bad.sql", "select 1;\n-- dowel: renamed users\n");

        // DWL3201, DWL3205, DWL3203, DWL3204
        return Golden.CheckAsync(
            "diff",
            _folder,
            "diff --from migrations --to drop.sql",
            "diff --from migrations --to rename.sql",
            "diff --from migrations --to rename.sql --allow drop-column:users.name --allow drop-table:pets",
            "diff --from migrations --to nothing.sql",
            "diff --from migrations --to bad.sql",
            "diff --from rename.sql --to migrations --as json --allow drop-column:notes.kind --allow drop-view:bodies",
            "diff --from migrations");
    }

    [Fact]
    public async Task What_a_database_would_lose_is_counted()
    {
        _folder.Write("schema.sql", Wanted).Write("migrations/V002__rows.sql", "insert into users values (1, 'a', 'A'), (2, 'b', null);\ncreate table old (id integer);\ninsert into old values (1);\n");
        await _folder.RunAsync("up", "--url", "sqlite:app.db");

        await Golden.CheckAsync("diff-counted", _folder, "diff --from sqlite:app.db --to schema.sql");
        await Golden.CheckJsonAsync("diff-counted", _folder, "diff --from sqlite:app.db --to schema.sql", 1);
    }

    [Fact]
    public Task What_cannot_be_planned_is_told()
    {
        _folder.Write("schema.sql", Start.Replace("name text", "name text, age integer not null", StringComparison.Ordinal));

        // DWL3202, DWL3207, DWL3206
        return Golden.CheckAsync(
            "diff-refused", _folder, "diff --from migrations --to schema.sql", "diff --from sqlite:app.db --to postgres://nobody@nowhere/none", "diff --from migrations --to schema.sql --engine postgres");
    }

    [Fact]
    public async Task PostgreSQL_is_compared_by_its_own_words()
    {
        _folder.OnPostgres().Write("schema.sql", "-- dowel: renamed users.mail -> users.email\n" + Wanted);
        try
        {
            await _folder.RunAsync("create");
            await _folder.RunAsync("up");
            await Golden.CheckAsync("diff-postgres", _folder, "diff --from migrations --to schema.sql --allow drop-column:users.name", "inspect --as sql", "status --drift");
        }
        finally
        {
            await _folder.RunAsync("drop", "--yes");
        }
    }

    [Fact]
    public async Task What_makes_others_wait_is_told_with_the_safer_way()
    {
        _folder.Variables["DOWEL_URL"] = PostgresFolder.Url();
        _folder.Write("schema.sql", Start.Replace("user_id integer", "user_id bigint", StringComparison.Ordinal).Replace("name text", "name varchar", StringComparison.Ordinal));

        await Golden.CheckAsync(
            "hazards", _folder, "diff --from migrations --to schema.sql", "diff --from migrations --to schema.sql --as json", "diff --from migrations --to schema.sql --engine sqlite",
            "add 'wider numbers' schema.sql");
        _folder.Write("schema.sql", Start.Replace(" integer", " bigint", StringComparison.Ordinal).Replace("name text", "name varchar", StringComparison.Ordinal));
        await Golden.CheckJsonAsync("hazards", _folder, "add 'wider keys' schema.sql --engine postgres", 0);
    }

    [Fact]
    public async Task A_schema_that_is_named_is_there_wherever_something_is_tried()
    {
        _folder.Variables["DOWEL_URL"] = PostgresFolder.Url();
        _folder.Write("empty/.keep", "").Write("schema.sql", Start.Replace("name text", "name varchar", StringComparison.Ordinal));

        var made = await _folder.RunAsync("diff", "--from", "empty", "--to", "schema.sql", "--engine", "postgres", "--schema", "shop");
        var measured = await _folder.RunAsync("diff", "--from", "migrations", "--to", "schema.sql", "--engine", "postgres", "--schema", "shop");
        var added = await _folder.RunAsync("add", "short names", "schema.sql", "--engine", "postgres", "--schema", "shop");

        (made.Output, made.Error).ShouldSatisfyAllConditions(
            () => made.Output.ShouldContain("create table users ("), () => made.Output.ShouldNotContain("shop"), () => made.Error.ShouldBeEmpty());
        measured.Output.ShouldContain("-- locked for a moment: users under access exclusive");
        (added.ExitCode, added.Error).ShouldBe((0, ""));
    }

    [Fact]
    public async Task What_could_not_be_measured_is_told()
    {
        _folder.Variables["DOWEL_URL"] = PostgresFolder.Url();
        var (options, surroundings) = (new SharedOptions(), new Surroundings { Output = TextWriter.Null, Error = TextWriter.Null, Environment = name => _folder.Variables.GetValueOrDefault(name) });
        var settings = new RunSettings(CommandTree.Create(options, surroundings).Parse(["status"]), options, SettingsFile.Load(), surroundings);
        var server = ScratchServer.Of(DatabaseKind.Postgres, settings);
        var before = await SchemaSide.ReplayAsync(new FolderSource("migrations"), server, TestContext.Current.CancellationToken);

        var report = await new HazardMeasure(server).RunAsync(new(before, before, []), [new(["alter table nobody add column x integer"])], TestContext.Current.CancellationToken);

        report.Unmeasured.ShouldBe("relation \"nobody\" does not exist");
    }

    [Fact]
    public async Task Labels_that_rows_have_are_counted()
    {
        _folder.OnPostgres().Write("migrations/V001__start.sql", """
            create type mood as enum ('sad', 'ok');
            create table days (mood mood, moods mood[]);
            insert into days values ('sad', '{sad,ok}'), ('sad', null), ('ok', '{}');

            """).Write("schema.sql", "create type mood as enum ('ok');\ncreate table days (mood mood, moods mood[]);\n");
        try
        {
            await _folder.RunAsync("create");
            await _folder.RunAsync("up");

            (await _folder.RunAsync("diff", "--from", _folder.Variables["DOWEL_URL"], "--to", "schema.sql")).Error
                .ShouldStartWith("DWL3201: drop-label:mood.sad takes away the label sad of enum mood, which 3 values are.");
        }
        finally
        {
            await _folder.RunAsync("drop", "--yes");
        }
    }

    [Fact]
    public async Task A_role_that_may_make_no_database_compares_in_a_schema()
    {
        var role = $"dowel_role_{Guid.NewGuid():n}";
        _folder.OnPostgres().Write("schema.sql", Start);
        var (url, server) = (_folder.Variables["DOWEL_URL"], PostgresFolder.Url());
        try
        {
            await _folder.RunAsync("create");
            await PostgresFolder.ExecuteAsync(server, $"create role {role} login; grant create on database {_folder.Variables["<database>"]} to {role}");
            await PostgresFolder.ExecuteAsync(url, $"alter schema public owner to {role}; create extension citext; create schema other");
            _folder.Variables["DOWEL_URL"] = new Npgsql.NpgsqlConnectionStringBuilder(url) { Username = role }.ConnectionString;
            await _folder.RunAsync("up");

            (await _folder.RunAsync("diff", "--from", _folder.Variables["DOWEL_URL"], "--to", "migrations")).ShouldBe(new(0, "-- No difference.\n", ""));
            (await _folder.RunAsync("status", "--drift")).ExitCode.ShouldBe(0);
            (await _folder.RunAsync("verify")).ExitCode.ShouldBe(0);
            _folder.Write("schema.sql", Start + "create table public.more (id integer);\n");
            var refused = await _folder.RunAsync("diff", "--from", "migrations", "--to", "schema.sql");
            (refused.ExitCode, refused.Error.Contains("DWL3258", StringComparison.Ordinal)).ShouldBe((4, true));
        }
        finally
        {
            _folder.Variables["DOWEL_URL"] = url;
            await _folder.RunAsync("drop", "--yes");
            await PostgresFolder.ExecuteAsync(server, $"drop role if exists {role}");
        }
    }

    [Fact]
    public Task What_has_no_model_is_named()
    {
        _folder.Variables["DOWEL_URL"] = PostgresFolder.Url();
        _folder.Write("schema.sql", "create operator === (leftarg = integer, rightarg = integer, function = int4eq);\n");

        // DWL3208
        return Golden.CheckAsync("diff-unmodelled", _folder, "inspect schema.sql", "diff --from schema.sql --to schema.sql");
    }

    [Fact]
    public async Task Drift_is_what_no_applied_script_makes()
    {
        _folder.Variables["DOWEL_URL"] = "sqlite:app.db";
        await _folder.RunAsync("up");
        _folder.Write("migrations/V002__later.sql", "create table later (id integer);\n");
        await Golden.CheckAsync("drift-none", _folder, "status --drift");

        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=app.db"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "create table extra (id integer); drop index notes_body; alter table users add column age integer";
            command.ExecuteNonQuery();
        }

        await Golden.CheckAsync("drift", _folder, "status --drift");
        await Golden.CheckJsonAsync("drift", _folder, "status --drift", 1);
    }

    public void Dispose() => _folder.Dispose();
}
