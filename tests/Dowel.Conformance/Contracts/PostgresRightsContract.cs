using Dowel.Migrations;
using Dowel.Postgres;
using Npgsql;

namespace Dowel.Conformance;

/// <summary>What a role may not do is said before anything runs, with the words that mend it; looking needs no more than the right to read.</summary>
public sealed class PostgresRightsContract() : Contract(Engine.Postgres)
{
    private readonly string _role = $"role_{Guid.NewGuid():n}";

    [Fact]
    public Task Tables_cannot_be_made() => MendAsync(
        "select 1", null, $"GRANT USAGE, CREATE ON SCHEMA \"public\" TO \"{_role}\";");

    [Fact]
    public Task A_schema_cannot_be_made() => MendAsync(
        "select 1", "shop", $"CREATE SCHEMA \"shop\" AUTHORIZATION \"{_role}\";");

    [Fact]
    public async Task The_history_cannot_be_written()
    {
        await UpAsync("V1__a.sql", "create table a (id int);");
        Write("V2__b.sql", "create table b (id int);");

        await MendAsync(
            $"grant select on schema_history, schema_history_journal to {_role}; grant create on schema public to {_role}",
            null,
            $"GRANT INSERT, UPDATE, DELETE ON public.schema_history TO \"{_role}\";");
    }

    [Fact]
    public async Task The_history_cannot_be_read()
    {
        await UpAsync("V1__a.sql", "create table a (id int);");

        await MendAsync("select 1", null, "GRANT SELECT, INSERT, UPDATE, DELETE ON public.schema_history");
    }

    [Fact]
    public async Task The_state_can_be_told_with_the_right_to_read()
    {
        await UpAsync("V1__a.sql", "create table a (id int);");
        Write("V2__b.sql", "create table b (id int);");
        await AsRoleAsync($"grant select on schema_history, schema_history_journal to {_role}", async () =>
        {
            await using var database = Open(null);
            (await new Migrator(database, Load()).PlanAsync(Cancellation)).Pending.Count.ShouldBe(1);
        });
    }

    [Fact]
    public Task A_baseline_is_told_the_same() => AsRoleAsync("select 1", async () =>
    {
        Write("V1__a.sql", "create table a (id int);");
        await using var database = Open(null);

        var error = await Should.ThrowAsync<DatabaseUnavailableException>(() => new Migrator(database, Load()).BaselineAsync(Cancellation));

        error.Code.ShouldBe("DWL1115");
        error.Remedy.ShouldContain($"GRANT USAGE, CREATE ON SCHEMA \"public\" TO \"{_role}\";");
    });

    private PostgresMigrationDatabase Open(string? schema) => new(
        new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Username = _role }.ConnectionString, new() { Schema = schema });

    // Refused, mended with the remedy's own words, and done.
    private Task MendAsync(string grant, string? schema, string remedy) => AsRoleAsync(grant, async () =>
    {
        if (schema is not null || remedy.Contains("CREATE", StringComparison.Ordinal))
        {
            Write("V1__a.sql", "create table a (id int);");
        }

        DatabaseUnavailableException error;
        await using (var database = Open(schema))
        {
            error = await Should.ThrowAsync<DatabaseUnavailableException>(() => new Migrator(database, Load()).ApplyAsync(Cancellation));
        }

        error.Code.ShouldBe("DWL1115");
        error.Problem.ShouldContain(_role);
        error.Remedy.ShouldContain(remedy);
        await Database.ExecuteAsync(error.Remedy[(error.Remedy.IndexOf(": ", StringComparison.Ordinal) + 1)..].Split(" or ")[0]);
        await using var mended = Open(schema);
        await new Migrator(mended, Load()).ApplyAsync(Cancellation);
    });

    private async Task AsRoleAsync(string grant, Func<Task> work)
    {
        await Database.ExecuteAsync($"create role {_role} login");
        try
        {
            await Database.ExecuteAsync(grant);
            await work();
        }
        finally
        {
            await Database.ExecuteAsync($"drop owned by {_role}; drop role {_role}");
        }
    }
}
