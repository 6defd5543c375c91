using Dowel.Migrations;

namespace Dowel.Conformance;

public sealed class SqliteLocks() : LockContract(Engine.Sqlite)
{
    protected override string Outside => "vacuum";

    [Fact]
    public async Task The_wait_for_a_writer_ends()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        await using var writer = await Database.ConnectAsync();
        await writer.ExecuteAsync("begin immediate");
        var started = TimeProvider.System.GetTimestamp();

        var error = await Should.ThrowAsync<LockNotAcquiredException>(() => UpAsync(new() { LockWait = TimeSpan.FromMilliseconds(300) }));

        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(3));
        error.Code.ShouldBe("DWL1104");
    }

    [Fact]
    public async Task A_writer_that_ends_in_time_is_waited_for()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint);");
        await using var writer = await Database.ConnectAsync();
        await writer.ExecuteAsync("begin immediate");
        Write("V2__b.sql", "create table b (id bigint);");

        var run = Task.Run(() => UpAsync());
        await Task.Delay(300, Cancellation);
        run.IsCompleted.ShouldBeFalse();
        await writer.ExecuteAsync("rollback");

        (await run).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reader_that_keeps_a_commit_waiting_is_waited_for()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint); insert into a values (1);");
        await using var reader = await Database.ConnectAsync();
        await reader.ExecuteAsync("begin");
        await reader.QueryAsync("select * from a");
        Write("V2__b.sql", "create table b (id bigint);");

        var run = Task.Run(() => UpAsync());
        await Task.Delay(300, Cancellation);
        run.IsCompleted.ShouldBeFalse();
        await reader.ExecuteAsync("rollback");

        (await run).Applied.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reader_that_does_not_end_is_a_lock_not_had_in_time()
    {
        await UpAsync("V1__a.sql", "create table a (id bigint); insert into a values (1);");
        await using var reader = await Database.ConnectAsync();
        await reader.ExecuteAsync("begin");
        await reader.QueryAsync("select * from a");
        Write("V2__b.sql", "create table b (id bigint);");

        var error = await FailsAsync(new() { LockTimeout = TimeSpan.FromMilliseconds(50), LockTries = 2 });

        error.Code.ShouldBe("DWL1103");
        Events.OfType<MigrationEvent.Retrying>().ShouldHaveSingleItem();
    }
}
