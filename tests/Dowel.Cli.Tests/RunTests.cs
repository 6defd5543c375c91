namespace Dowel.Cli.Tests;

public sealed class RunTests : IDisposable
{
    private readonly WorkingFolder _folder = new WorkingFolder().WithScripts();

    [Fact]
    public Task Up_tells_what_it_applied_and_then_has_nothing_to_do() => Golden.CheckAsync("up", _folder, "up --to 1", "up", "up", "up --quiet");

    [Fact]
    public async Task Up_is_one_JSON_object()
    {
        await Golden.CheckJsonAsync("up", _folder, "up", 0);
        await Golden.CheckJsonAsync("up-nothing", _folder, "up", 0);
    }

    [Fact]
    public Task Up_in_one_transaction() => Golden.CheckAsync("up-atomic", _folder, "up --atomic --plan", "up --atomic", "status");

    [Fact]
    public Task Up_tells_each_step_to_those_who_ask() => Golden.CheckAsync("up-verbose", _folder, "up --verbose");

    [Fact]
    public Task A_script_that_fails_is_shown_with_its_place()
    {
        _folder.Write("migrations/V003__bad.sql", "create table fine (id integer);\ninsert into nowhere\n    values (1);\n");
        return Golden.CheckAsync("up-failed", _folder, "up", "up", "status");
    }

    [Fact]
    public Task A_script_that_fails_is_told_in_JSON()
    {
        _folder.Write("migrations/V003__bad.sql", "insert into nowhere values (1);\n");
        return Golden.CheckJsonAsync("up-failed", _folder, "up", 5);
    }

    [Fact]
    public Task Down_takes_versions_back() =>
        Golden.CheckAsync("down", _folder, "up", "down --plan", "down", "status", "up", "down 2", "down", "down migrations --to 0", "down 1 --to 1", "down 0", "down nowhere/ 1");

    [Fact]
    public async Task Down_is_one_JSON_object()
    {
        await _folder.RunAsync("up");
        await Golden.CheckJsonAsync("down-plan", _folder, "down --plan", 0);
        await Golden.CheckJsonAsync("down", _folder, "down", 0);
    }

    [Fact]
    public async Task Status_tells_every_state()
    {
        await Golden.CheckAsync("status", _folder, "status", "status --check", "up", "status", "status --check", "status --check --quiet");
        _folder.Write("migrations/V002__add_tags.sql", "create table tags (id integer);\n").Write("migrations/V001_5__late.sql", "select 1;\n");
        File.Delete("migrations/V001__init_schema.sql");
        await Golden.CheckAsync("status-findings", _folder, "status", "status --check", "up", "up --out-of-order allow");
        await Golden.CheckJsonAsync("status-findings", _folder, "status --check", 1);
        await Golden.CheckJsonAsync("up-refused", _folder, "up", 4);
    }

    [Fact]
    public async Task Plan_prints_what_up_would_send()
    {
        _folder.Write("migrations/V003__vacuum.sql", "create table log (id integer);\nvacuum;\ncreate index log_id on log (id) -- all\n");
        await Golden.CheckAsync("plan", _folder, "plan", "up --plan --to 1", "up", "plan");
        File.Delete("app.db");
        await Golden.CheckJsonAsync("plan", _folder, "plan", 0);
    }

    [Fact]
    public async Task Baseline_records_without_running()
    {
        await Golden.CheckAsync("baseline", _folder, "baseline --to 1", "status", "baseline", "down 1");
        File.Delete("app.db");
        await Golden.CheckJsonAsync("baseline", _folder, "baseline --to 2", 0);
    }

    [Fact]
    public async Task Repair_accepts_edited_text()
    {
        await _folder.RunAsync("up");
        _folder.Write("migrations/V002__add_tags.sql", "-- tidied\ncreate table tags (note_id integer not null references notes, tag text not null);\n");
        await Golden.CheckAsync("repair", _folder, "up", "repair 2 --plan", "repair 002", "repair", "repair 7", "repair 2 --done", "repair 2 --done --redo", "status --check");
        _folder.Write("migrations/V001__init_schema.sql", "create table notes (id integer);\n");
        await Golden.CheckJsonAsync("repair", _folder, "repair migrations 1", 0);
    }

    [Fact]
    public async Task Verify_replays_on_an_empty_database()
    {
        await Golden.CheckAsync("verify", _folder, "verify");
        File.Exists("app.db").ShouldBeFalse();
        _folder.Variables.Clear();
        await Golden.CheckJsonAsync("verify", _folder, "verify", 0);
        _folder.Write("migrations/U002__add_tags.sql", "select 1;\n");
        File.Delete("migrations/R__all_notes.sql");
        await Golden.CheckAsync("verify-findings", _folder, "verify");
        _folder.Write("migrations/U002__add_tags.sql", "drop table tags;\ncreate table left_over (id integer);\n");
        _folder.Write("migrations/V002__add_tags.sql", "create table tags (id integer);\ndrop table if exists left_over;\n");
        await Golden.CheckJsonAsync("verify-findings", _folder, "verify", 1);
    }

    public void Dispose() => _folder.Dispose();
}
