using Dowel.Migrations;

namespace Dowel.Chaos;

/// <summary>A statement of which nobody can tell whether it did its work.</summary>
public sealed class InDoubtTests
{
    private const string Script = """
        -- dowel: transaction=none
        create procedure twice() language plpgsql as $$
        begin
            insert into log (script, what) values (2, 'called');
            commit;
            insert into log (script, what) values (2, 'committed');
        end $$;
        call twice();
        insert into log (script, what) values (2, 'behind');
        """;

    [Fact]
    public Task Done_is_not_done_again() => RunAsync(Settlement.Done, "called,committed,behind");

    [Fact]
    public Task To_be_redone_is_done_again() => RunAsync(Settlement.Redo, "called,committed,called,committed,behind");

    private static async Task RunAsync(Settlement settlement, string expected)
    {
        using var scripts = new ScratchScripts().Write("V2__call.sql", Script);
        var arena = Arena.Over(Engine.Postgres, scripts.Folder);
        await using var database = await arena.Engine.CreateAsync();
        await using var victim = await VictimProcess.StartAsync(arena, database, Fate.Kill, await BehindTheCallAsync(arena));
        await victim.GoAsync();
        await victim.DieAsync();

        var refusal = await Should.ThrowAsync<MigrationRefusedException>(() => arena.UpAsync(database));

        refusal.Code.ShouldBe("DWL1019");
        refusal.Errors[0].Location!.Value.Line.ShouldBe(8);
        (await LogAsync(database)).ShouldBe("called,committed");
        await using (var open = database.Open())
        {
            await new Migrator(open, arena.Load()).RepairAsync(
                new() { Scripts = ["2"], Settlement = settlement }, TestContext.Current.CancellationToken);
        }

        await arena.UpAsync(database);
        (await LogAsync(database)).ShouldBe(expected);
    }

    private static async Task<int> BehindTheCallAsync(Arena arena)
    {
        await using var database = await arena.Engine.CreateAsync();
        var boundary = 0;
        Boundaries? watch = null;
        watch = new(passed =>
        {
            boundary = watch!.Last == nameof(IScriptConnection.RunOutsideAsync) ? passed : boundary;
            return Task.CompletedTask;
        });
        await arena.UpAsync(database, watch);
        return boundary;
    }

    private static Task<string> LogAsync(TestDatabase database) => database.QueryAsync("select what from log order by id");
}
