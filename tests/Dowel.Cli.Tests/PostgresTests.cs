namespace Dowel.Cli.Tests;

public sealed class PostgresTests : IDisposable
{
    private readonly WorkingFolder _folder = new();

    [Fact]
    public async Task Every_command_works_on_PostgreSQL()
    {
        _folder.OnPostgres()
            .Write("migrations/001_notes.up.sql", "create table notes (id bigint primary key, body text);\n")
            .Write("migrations/001_notes.down.sql", "drop table notes;\n")
            .Write("migrations/002_index.up.sql", "insert into notes values (1, 'a');\ncreate index concurrently notes_body on notes (body);\n")
            .Write("migrations/002_index.down.sql", "drop index concurrently notes_body;\ndelete from notes;\n");
        try
        {
            await Golden.CheckAsync(
                "postgres", _folder, "up", "create", "create", "wait", "plan", "up", "up", "status --check", "down --plan", "down", "verify", "up", "repair", "drop");
            (await _folder.RunAsync("doctor")).ExitCode.ShouldBe(0);
        }
        finally
        {
            (await _folder.RunAsync("drop", "--yes")).ExitCode.ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_failing_script_is_told_with_its_place()
    {
        _folder.OnPostgres()
            .Write("migrations/V001__notes.sql", "create table notes (id bigint primary key);\n")
            .Write("migrations/V002__bad.sql", "insert into notes\n    select idd from notes;\n");
        try
        {
            await _folder.RunAsync("create");
            await Golden.CheckAsync("postgres-failed", _folder, "up --schema shop", "status --schema shop", "up --schema Shop");
        }
        finally
        {
            await _folder.RunAsync("drop", "--yes");
        }
    }

    [Fact]
    public async Task A_wrong_user_is_told()
    {
        _folder.OnPostgres().WithScripts();
        _folder.Variables["DOWEL_URL"] += ";Username=nobody_here;Password=hunter2";
        var result = await _folder.RunAsync("up");
        result.ExitCode.ShouldBe(3);
        result.Error.ShouldNotContain("hunter2");
        result.Error.ShouldContain("nobody_here");
    }

    public void Dispose() => _folder.Dispose();
}
