using Dowel.Migrations;
using Dowel.Postgres;
using Npgsql;

namespace Dowel.Schema.Tests;

/// <summary>Scripts tried by a role that may make no database, beside what is there.</summary>
public sealed class ScratchSchemaTests : IAsyncLifetime
{
    private readonly string _role = $"maker_{Guid.NewGuid():n}";
    private readonly string _name = $"dowel_{Guid.NewGuid():n}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await RunAsync(null, $"create role {_role} login nocreatedb", $"create database {_name}", $"grant create on database {_name} to {_role}");
        await RunAsync(_name, $"alter schema public owner to {_role}", $"set role {_role}", "create table users (id integer primary key, mail text)", "insert into users values (1, 'a')");
    }

    public async ValueTask DisposeAsync() => await RunAsync(null, $"drop database {_name} with (force)", $"drop role {_role}");

    [Fact]
    public async Task They_run_in_a_schema_of_their_own_that_leaves_no_trace()
    {
        await using (var scratch = await Server().CreateScratchAsync(Cancellation))
        {
            await new Migrator(scratch, Load(
                "create table users (id bigint generated always as identity primary key, email text not null); insert into users (email) values ('b')",
                "create index concurrently users_email on users (email)",
                "drop table if exists users; create table ${schema}.others (id integer)")).ApplyAsync(Cancellation);
            await using var schema = await ((PostgresMigrationDatabase)scratch).OpenSchemaAsync(Cancellation);
            var model = await schema.ReadModelAsync(Cancellation);
            model.Tables.Select(table => table.Key.Path).ShouldBe(["others"]);
            await Should.ThrowAsync<MigrationRefusedException>(() => schema.QueryAsync("drop table public.users", Cancellation));
        }

        await UntouchedAsync();
    }

    [Theory]
    [InlineData("create table a (id integer)", "drop table public.users")]
    [InlineData("create table a (id integer)", "create index concurrently a_id on a (id); set search_path to public; drop table users")]
    public async Task What_would_reach_further_is_refused_before_anything_runs(params string[] scripts)
    {
        await using (var scratch = await Server().CreateScratchAsync(Cancellation))
        {
            var error = (await Should.ThrowAsync<MigrationRefusedException>(() => new Migrator(scratch, Load(scripts)).ApplyAsync(Cancellation))).Errors[0];

            error.Code.ShouldBe("DWL3258");
            error.Location!.Value.File.ShouldBe("V002__step.sql");
        }

        await UntouchedAsync();
    }

    [Fact]
    public async Task A_hook_that_would_reach_further_is_refused()
    {
        await using (var scratch = await Server().CreateScratchAsync(Cancellation))
        {
            var set = ScriptSetLoader.Load([new DraftSource([new(["create table a (id integer)"])]), new Hook()], new PostgresDialect());
            (await Should.ThrowAsync<MigrationRefusedException>(() => new Migrator(scratch, set).ApplyAsync(Cancellation))).Code.ShouldBe("DWL3258");
        }

        await UntouchedAsync();
    }

    [Fact]
    public async Task A_role_that_may_make_neither_is_told_what_to_grant()
    {
        await RunAsync(null, $"revoke create on database {_name} from {_role}");

        var error = await Should.ThrowAsync<DatabaseUnavailableException>(() => Server().CreateScratchAsync(Cancellation));

        error.Code.ShouldBe("DWL3257");
        await RunAsync(null, error.Remedy[(error.Remedy.LastIndexOf("or ", StringComparison.Ordinal) + 3)..]);
        await using var scratch = await Server().CreateScratchAsync(Cancellation);
    }

    private static ScriptSet Load(params IEnumerable<string> scripts) => ScriptSetLoader.Load([new DraftSource([.. scripts.Select(script => new ScriptDraft([script]))])], new PostgresDialect());

    private PostgresServer Server() => new(new NpgsqlConnectionStringBuilder(Scratch.ServerSettings().ConnectionString) { Database = _name, Username = _role }.ConnectionString);

    private async Task UntouchedAsync() => (await RunAsync(
        _name,
        """
        select (select string_agg(mail, ',') from public.users) || ' ' || (select count(*) from pg_namespace where nspname like 'dowel%')
          || ' ' || (select count(*) from pg_class where relnamespace = 'public'::regnamespace)
        """)).ShouldBe("a 0 2");

    private static async Task<string?> RunAsync(string? database, params string[] statements)
    {
        var settings = Scratch.ServerSettings();
        settings.Database = database ?? settings.Database;
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(Cancellation);
        object? result = null;
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            result = await command.ExecuteScalarAsync(Cancellation);
        }

        return result as string;
    }

    private sealed class Hook : IScriptSource
    {
        public string Name => "hooks";

        public SourceFiles Load() => new([new ScriptFile("beforeMigrate.sql", "beforeMigrate.sql", () => new MemoryStream("drop table public.users;"u8.ToArray()))], []);
    }
}
