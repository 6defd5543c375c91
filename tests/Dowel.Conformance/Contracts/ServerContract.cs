using Dowel.Migrations;
using Dowel.Sqlite;
using Microsoft.Data.Sqlite;

namespace Dowel.Conformance;

public abstract class ServerContract(Engine engine) : Contract(engine)
{
    [Fact]
    public async Task A_database_is_dropped_and_made_once()
    {
        await Database.Server.CreateAsync(Cancellation);

        (await Database.Server.DropAsync(Cancellation)).ShouldBeTrue();
        (await Database.Server.DropAsync(Cancellation)).ShouldBeFalse();
        (await Should.ThrowAsync<DatabaseUnavailableException>(() => Database.Server.PingAsync(Cancellation))).Code.ShouldBe("DWL1108");
        (await Database.Server.CreateAsync(Cancellation)).ShouldBeTrue();
        (await Database.Server.CreateAsync(Cancellation)).ShouldBeFalse();
        await Database.Server.PingAsync(Cancellation);
    }

    [Fact]
    public async Task A_scratch_database_is_empty_and_leaves_no_trace()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint);");
        var before = await StateAsync();

        await using (var scratch = await Database.Server.CreateScratchAsync(Cancellation))
        {
            (await scratch.ReadSchemaTextAsync(Cancellation)).ShouldBe("");
            (await new Migrator(scratch, Load()).ApplyAsync(Cancellation)).Applied.Count.ShouldBe(1);
        }

        (await StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_diagnosis_names_what_it_looked_at()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint);");
        var before = await StateAsync();

        var findings = await Database.Server.DiagnoseAsync(Cancellation);

        findings.ShouldAllBe(finding => finding.Topic.Length > 0 && finding.Finding.Length > 0);
        findings.Select(finding => finding.Topic).ShouldContain("driver");
        (await StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_name_of_a_database_shows_no_secret()
    {
        await using var database = Database.Open();

        database.DisplayName.ShouldNotContain("=");
        Database.Server.DisplayName.ShouldBe(database.DisplayName);
    }
}

public sealed class SqliteServers() : ServerContract(Engine.Sqlite)
{
    [Fact]
    public async Task A_file_that_is_no_database_is_not_dropped()
    {
        var file = new SqliteConnectionStringBuilder(Database.ConnectionString).DataSource;
        await File.WriteAllTextAsync(file, "create table a (id integer);", Cancellation);

        (await Should.ThrowAsync<DatabaseUnavailableException>(() => Database.Server.DropAsync(Cancellation))).Code.ShouldBe("DWL1111");

        File.Exists(file).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_can_only_be_read_is_told()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint);");
        var server = new SqliteServer(Database.ConnectionString + ";Mode=ReadOnly");

        (await WritableAsync(server)).ShouldBe("no");
        (await WritableAsync(Database.Server)).ShouldBe("yes");
    }

    private static async Task<string> WritableAsync(IDatabaseServer server) =>
        (await server.DiagnoseAsync(Cancellation)).Single(finding => finding.Topic == "writable").Finding;
}

public sealed class PostgresServers() : ServerContract(Engine.Postgres)
{
    [Fact]
    public async Task A_database_in_use_is_not_dropped()
    {
        await using var other = await Database.ConnectAsync();

        (await Should.ThrowAsync<DatabaseUnavailableException>(() => Database.Server.DropAsync(Cancellation))).Code.ShouldBe("DWL1107");
    }

    [Fact]
    public async Task Locks_of_other_databases_are_not_counted()
    {
        await using var other = await Engine.CreateAsync();
        await using var session = await other.ConnectAsync();
        await session.ExecuteAsync("select pg_advisory_lock(1)");

        (await Database.Server.DiagnoseAsync(Cancellation)).Single(finding => finding.Topic == "advisory locks held").Finding.ShouldBe("0");
    }
}
