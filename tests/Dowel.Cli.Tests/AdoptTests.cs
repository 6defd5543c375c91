using Microsoft.Data.Sqlite;

namespace Dowel.Cli.Tests;

public sealed class AdoptTests : IDisposable
{
    private const string Flyway = """
        create table flyway_schema_history (installed_rank int not null primary key, version varchar(50), description varchar(200) not null,
            type varchar(20) not null, script varchar(1000) not null, checksum int, installed_by varchar(100) not null,
            installed_on text not null, execution_time int not null, success boolean not null);
        insert into flyway_schema_history values
            (1, '001', 'init schema', 'SQL', 'V001__init_schema.sql', null, '', '2025-03-01 10:00:00.000', 12, 1),
            (2, null, 'all notes', 'SQL', 'R__all_notes.sql', 7, '', '2025-03-01 10:00:01.000', 3, 1);
        create table notes (id integer primary key, body text not null);
        create view all_notes as select * from notes;
        """;

    private readonly WorkingFolder _folder = new WorkingFolder().WithScripts();

    [Fact]
    public async Task A_history_is_taken_over_and_the_rest_applied()
    {
        Execute(Flyway);
        await Golden.CheckAsync("adopt", _folder, "up", "status", "adopt --plan", "adopt", "adopt", "up", "status --check");
    }

    [Fact]
    public async Task A_history_is_taken_over_in_JSON()
    {
        Execute(Flyway + "delete from flyway_schema_history where installed_rank = 2;");
        await Golden.CheckJsonAsync("adopt-plan", _folder, "adopt --plan", 0);
        await Golden.CheckJsonAsync("adopt", _folder, "adopt --from flyway", 0);
    }

    [Fact]
    public async Task What_cannot_be_taken_over_is_told()
    {
        await Golden.CheckAsync("adopt-nothing", _folder, "adopt", "adopt --from goos");
        Execute(Flyway + "update flyway_schema_history set checksum = 5 where installed_rank = 1;");
        await Golden.CheckAsync("adopt-refused", _folder, "adopt --plan", "adopt", "up --history flyway_schema_history", "baseline --to 0", "adopt");
        Execute("delete from schema_history; create table schema_migrations (version uint64, dirty bool); insert into schema_migrations values (3, true);");
        await Golden.CheckAsync("adopt-ambiguous", _folder, "adopt", "adopt --from golang-migrate");
        await Golden.CheckJsonAsync("adopt-refused", _folder, "adopt", 4);
    }

    public void Dispose() => _folder.Dispose();

    private static void Execute(string sql)
    {
        SqliteNativeLibrary.Use();
        using var connection = new SqliteConnection("Data Source=app.db;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
