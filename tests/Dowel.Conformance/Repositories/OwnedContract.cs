using Dowel.Contracts;
using Dowel.Data;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;

namespace Dowel.Conformance;

/// <summary>Two owners who try to reach each other's rows by every method: what is the other's is not there, and stays as it is.</summary>
public abstract class OwnedContract(Engine engine) : IAsyncLifetime
{
    private static readonly TenantId Ada = new(1);
    private static readonly TenantId Bob = new(2);

    private TestDatabase _target = null!;
    private Database _data = null!;
    private ProjectRepository _projects = null!;
    private ReleaseRepository _releases = null!;
    private ArtifactRepository _artifacts = null!;
    private BadgeRepository _badges = null!;
    private TrackRepository _tracks = null!;
    private Project _project = null!;
    private Release _release = null!;
    private Artifact _artifact = null!;
    private Badge _badge = null!;
    private Track _track = null!;

    private protected virtual string Tables(Dialect dialect) => OwnedSchema.Of(dialect);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _target = await engine.CreateAsync();
        await _target.ExecuteAsync(Tables(engine.Dialect));
        _data = _target.OpenData();
        (_projects, _releases, _artifacts, _badges, _tracks) = (new(_data), new(_data), new(_data), new(_data), new(_data));
        _project = await _projects.InsertAsync(Ada, new(default, default, "a", "n", 1), Cancellation);
        _release = (await _releases.InsertAsync(Ada, new(default, _project.Id, "t1", 5), Cancellation)).ShouldNotBeNull();
        _artifact = new(_release.Id, "x", 7);
        (await _artifacts.InsertAsync(Ada, _artifact, Cancellation)).ShouldBeTrue();
        _badge = new(Ada, "gold", ["w"]);
        await _badges.InsertAsync(Ada, _badge, Cancellation);
        _track = (await _tracks.InsertAsync(Ada, new(default, _project.Id, [1, 2]), Cancellation)).ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        await _target.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_write_by_fragments_makes_what_was_read_before_stale()
    {
        (await _projects.ForgetAsync("n", Cancellation)).ShouldBe(1);

        (await _projects.UpdateAsync(Ada, _project with { Name = "b" }, Cancellation)).ShouldBeNull();
        (await _projects.FindAsync(Ada, _project.Id, Cancellation)).ShouldBe(_project with { Note = null, Revision = 2 });
    }

    [Fact]
    public async Task The_owner_finds_his_rows()
    {
        _project.TenantId.ShouldBe(Ada);
        await UnchangedAsync();
        (await _projects.FindByTenantIdAndNameAsync(Ada, "a", Cancellation)).ShouldBe(_project);
        (await _releases.FindByTagAsync(Ada, "t1", Cancellation)).ShouldBe(_release);
        (await _projects.ExistsAsync(Ada, _project.Id, Cancellation)).ShouldBeTrue();
        (await _projects.ListAsync(Ada, new PageRequest(1) { CountTotal = true }, Cancellation)).Total.ShouldBe(1);
        (await _projects.UpdateAsync(Ada, _project with { TenantId = Bob, Name = "b" }, Cancellation)).ShouldNotBeNull().Revision.ShouldBe(2);
        (await _projects.FindAsync(Ada, _project.Id, Cancellation)).ShouldBe(_project with { Name = "b", Revision = 2 });
        (await _releases.UpsertAsync(Ada, _release with { Size = 6 }, Cancellation)).ShouldBe(UpsertResult.Updated);
        (await _releases.UpsertAsync(Ada, _release with { Size = 1 }, Cancellation)).ShouldBe(UpsertResult.Unchanged);
        (await _releases.UpsertAsync(Ada, _release with { Tag = "t2" }, Cancellation)).ShouldBe(UpsertResult.Inserted);
        (await _badges.UpsertManyAsync(Ada, [_badge with { TenantId = default, Words = [] }, new(Ada, "tin", [])], Cancellation)).ShouldBe(2);
        (await _tracks.InsertManyAsync(Ada, [new(default, _project.Id, []), new(default, _project.Id, [])], Cancellation)).ShouldBe(2);
        (await _artifacts.DeleteAsync(Ada, _release.Id, "x", Cancellation)).ShouldBeTrue();
        (await _projects.DeleteAsync(Ada, _project.Id, Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task No_generated_method_reads_a_row_of_another()
    {
        (await _projects.FindAsync(Bob, _project.Id, Cancellation)).ShouldBeNull();
        (await _projects.FindByTenantIdAndNameAsync(Bob, "a", Cancellation)).ShouldBeNull();
        (await _projects.ExistsAsync(Bob, _project.Id, Cancellation)).ShouldBeFalse();
        (await _releases.FindAsync(Bob, _release.Id, Cancellation)).ShouldBeNull();
        (await _releases.FindByTagAsync(Bob, "t1", Cancellation)).ShouldBeNull();
        (await _releases.ExistsAsync(Bob, _release.Id, Cancellation)).ShouldBeFalse();
        (await _artifacts.FindAsync(Bob, _release.Id, "x", Cancellation)).ShouldBeNull();
        (await _artifacts.ExistsAsync(Bob, _release.Id, "x", Cancellation)).ShouldBeFalse();
        (await _badges.FindAsync(Bob, "gold", Cancellation)).ShouldBeNull();
        (await _badges.ExistsAsync(Bob, "gold", Cancellation)).ShouldBeFalse();
        (await _tracks.FindAsync(Bob, _track.Id, Cancellation)).ShouldBeNull();
        (await _tracks.ExistsAsync(Bob, _track.Id, Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task No_list_count_or_stream_has_a_row_of_another()
    {
        var page = new PageRequest(10) { CountTotal = true };
        await EmptyAsync(await _projects.CountAsync(Bob, Cancellation), await _projects.ListAsync(Bob, page, Cancellation), _projects.StreamAsync(Bob, Cancellation));
        await EmptyAsync(await _releases.CountAsync(Bob, Cancellation), await _releases.ListAsync(Bob, page, Cancellation), _releases.StreamAsync(Bob, Cancellation));
        await EmptyAsync(await _artifacts.CountAsync(Bob, Cancellation), await _artifacts.ListAsync(Bob, page, Cancellation), _artifacts.StreamAsync(Bob, Cancellation));
        await EmptyAsync(await _badges.CountAsync(Bob, Cancellation), await _badges.ListAsync(Bob, page, Cancellation), _badges.StreamAsync(Bob, Cancellation));
        await EmptyAsync(await _tracks.CountAsync(Bob, Cancellation), await _tracks.ListAsync(Bob, page, Cancellation), _tracks.StreamAsync(Bob, Cancellation));
    }

    [Fact]
    public async Task No_cursor_leads_to_a_row_of_another()
    {
        foreach (var name in (string[])["b", "c", "d"])
        {
            await _projects.InsertAsync(Ada, new(default, Ada, name, name == "c" ? null : name, 1), Cancellation);
            await _releases.InsertAsync(Ada, new(default, _project.Id, name, 5), Cancellation);
        }

        var bobs = await _projects.InsertAsync(Bob, new(default, Bob, "c", "c", 1), Cancellation);
        for (string? after = null; after is not null || after is null;)
        {
            var mine = await _projects.ListAsync(Ada, new CursorRequest(1, after), Cancellation);
            (await _projects.ListAsync(Bob, new CursorRequest(9, after), Cancellation)).Items.ShouldBeSubsetOf([bobs]);
            mine.Items.ShouldHaveSingleItem().TenantId.ShouldBe(Ada);
            if ((after = mine.Next) is null)
            {
                break;
            }
        }

        var first = await _releases.ListAsync(Ada, new CursorRequest(1), Cancellation);
        (await _releases.ListAsync(Bob, new CursorRequest(9, first.Next), Cancellation)).Items.ShouldBeEmpty();
        (await _releases.ListAsync(Ada, new CursorRequest(9, first.Next), Cancellation)).Items.Count.ShouldBe(3);
        (await _artifacts.ListAsync(Bob, new CursorRequest(9), Cancellation)).Items.ShouldBeEmpty();
        (await _badges.ListAsync(Bob, new CursorRequest(9), Cancellation)).Items.ShouldBeEmpty();
        (await _tracks.ListAsync(Bob, new CursorRequest(9), Cancellation)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_generated_method_changes_a_row_of_another()
    {
        (await _projects.UpdateAsync(Bob, _project with { Name = "b" }, Cancellation)).ShouldBeNull();
        (await _projects.UpsertAsync(Bob, _project with { TenantId = default, Name = "b" }, Cancellation)).ShouldBe(UpsertResult.Unchanged);
        (await _projects.UpsertManyAsync(Bob, [_project with { TenantId = Bob, Name = "b" }], Cancellation)).ShouldBe(0);
        (await _projects.DeleteAsync(Bob, _project.Id, Cancellation)).ShouldBeFalse();
        (await _releases.UpdateAsync(Bob, _release with { Size = 9 }, Cancellation)).ShouldBeFalse();
        (await _releases.UpsertAsync(Bob, _release with { Size = 9 }, Cancellation)).ShouldBe(UpsertResult.Unchanged);
        (await _releases.UpsertManyAsync(Bob, [_release with { Size = 9 }], Cancellation)).ShouldBe(0);
        (await _releases.DeleteAsync(Bob, _release.Id, Cancellation)).ShouldBeFalse();
        (await _artifacts.UpdateAsync(Bob, _artifact with { Size = 9 }, Cancellation)).ShouldBeFalse();
        (await _artifacts.UpsertAsync(Bob, _artifact with { Size = 9 }, Cancellation)).ShouldBe(UpsertResult.Unchanged);
        (await _artifacts.UpsertManyAsync(Bob, [_artifact with { Size = 9 }], Cancellation)).ShouldBe(0);
        (await _artifacts.DeleteAsync(Bob, _release.Id, "x", Cancellation)).ShouldBeFalse();
        (await _badges.DeleteAsync(Bob, "gold", Cancellation)).ShouldBeFalse();
        (await _tracks.UpdateAsync(Bob, _track with { Marks = [] }, Cancellation)).ShouldBeFalse();
        (await _tracks.UpsertAsync(Bob, _track with { Marks = [] }, Cancellation)).ShouldBe(UpsertResult.Unchanged);
        (await _tracks.UpsertManyAsync(Bob, [_track with { Marks = [] }], Cancellation)).ShouldBe(0);
        (await _tracks.DeleteAsync(Bob, _track.Id, Cancellation)).ShouldBeFalse();
        await UnchangedAsync();
    }

    [Fact]
    public async Task No_row_is_put_below_one_of_another()
    {
        (await _releases.InsertAsync(Bob, new(default, _project.Id, "b", 1), Cancellation)).ShouldBeNull();
        (await _releases.InsertManyAsync(Bob, [new(default, _project.Id, "b", 1)], Cancellation)).ShouldBe(0);
        (await _releases.UpsertAsync(Bob, new(default, _project.Id, "b", 1), Cancellation)).ShouldBe(UpsertResult.Unchanged);
        (await _releases.UpsertManyAsync(Bob, [new(default, _project.Id, "b", 1)], Cancellation)).ShouldBe(0);
        (await _artifacts.InsertAsync(Bob, new(_release.Id, "b", 1), Cancellation)).ShouldBeFalse();
        (await _artifacts.InsertManyAsync(Bob, [new(_release.Id, "b", 1), new(99, "b", 1)], Cancellation)).ShouldBe(0);
        (await _tracks.InsertAsync(Bob, new(default, _project.Id, []), Cancellation)).ShouldBeNull();
        (await _tracks.InsertManyAsync(Bob, [new(default, _project.Id, [])], Cancellation)).ShouldBe(0);

        var bobs = await _projects.InsertAsync(Bob, new(default, default, "a", null, 1), Cancellation);
        (await _releases.InsertManyAsync(Bob, [new(default, _project.Id, "b", 1), new(default, bobs.Id, "c", 1)], Cancellation)).ShouldBe(1);
        (await _releases.UpsertAsync(Bob, _release with { ProjectId = bobs.Id, Size = 9 }, Cancellation)).ShouldBe(UpsertResult.Unchanged);
        (await _releases.UpsertManyAsync(Bob, [_release with { ProjectId = bobs.Id, Size = 9 }], Cancellation)).ShouldBe(0);
        (await _releases.UpdateAsync(Ada, _release with { ProjectId = bobs.Id }, Cancellation)).ShouldBeTrue();
        await UnchangedAsync();
    }

    [Fact]
    public async Task A_row_that_says_another_owner_is_refused_before_anything_is_sent()
    {
        var foreign = new Project(default, Ada, "b", null, 1);
        await Should.ThrowAsync<ArgumentException>(async () => await _projects.InsertAsync(Bob, foreign, Cancellation));
        await Should.ThrowAsync<ArgumentException>(async () => await _projects.InsertManyAsync(Bob, [foreign with { TenantId = Bob }, foreign], Cancellation));
        await Should.ThrowAsync<ArgumentException>(async () => await _projects.UpsertAsync(Bob, foreign, Cancellation));
        await Should.ThrowAsync<ArgumentException>(async () => await _projects.UpsertManyAsync(Bob, [foreign], Cancellation));
        await Should.ThrowAsync<ArgumentException>(async () => await _badges.InsertAsync(Bob, _badge, Cancellation));
        await Should.ThrowAsync<ArgumentException>(async () => await _badges.InsertManyAsync(Bob, [_badge], Cancellation));
        await Should.ThrowAsync<ArgumentException>(async () => await _badges.UpsertAsync(Bob, _badge, Cancellation));
        await Should.ThrowAsync<ArgumentException>(async () => await _badges.UpsertManyAsync(Bob, [_badge], Cancellation));
        (await _projects.CountAsync(Bob, Cancellation)).ShouldBe(0);
        (await _projects.InsertManyAsync(Bob, [foreign with { TenantId = default }], Cancellation)).ShouldBe(1);
        (await _projects.FindByTenantIdAndNameAsync(Bob, "b", Cancellation)).ShouldNotBeNull().TenantId.ShouldBe(Bob);
    }

    [Fact]
    public async Task A_key_that_is_taken_tells_nothing_of_the_row_that_has_it()
    {
        var error = await Should.ThrowAsync<UniqueViolationException>(async () =>
            await _projects.InsertAsync(Bob, _project with { TenantId = Bob, Name = "secret" }, Cancellation));

        error.ToString().ShouldNotContain(_project.Id.ToString());
        error.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task No_query_reads_a_row_of_another()
    {
        (await _projects.OneAsync(Bob, _project.Id, Cancellation)).ShouldBeNull();
        (await _projects.AmongAsync(Bob, [_project.Id], Cancellation)).ShouldBe(0);
        (await _projects.AllAsync(Bob, Cancellation)).ShouldBeEmpty();
        (await _projects.EachAsync(Bob, Cancellation).ToListAsync(Cancellation)).ShouldBeEmpty();
        var paged = await _projects.PagedAsync(Bob, "a", new PageRequest(9) { CountTotal = true }, Cancellation);
        (paged.Items.Count, paged.Total).ShouldBe((0, 0));
        (await _projects.FollowedAsync(Bob, new CursorRequest(9), Cancellation)).Items.ShouldBeEmpty();
        (await _projects.PairsAsync(Bob, "x", Cancellation)).ShouldBeEmpty();
        (await _projects.WordsAsync(Bob, Cancellation)).ShouldBeEmpty();
        (await _projects.QuotedAsync(Bob, Cancellation)).ShouldBeNull();

        (await _projects.OneAsync(Ada, _project.Id, Cancellation)).ShouldBe(_project);
        (await _projects.AmongAsync(Ada, [_project.Id], Cancellation)).ShouldBe(1);
        (await _projects.AllAsync(Ada, Cancellation)).ShouldBe([_project]);
        (await _projects.EachAsync(Ada, Cancellation).ToListAsync(Cancellation)).ShouldBe([_project]);
        (await _projects.PagedAsync(Ada, null, new PageRequest(9), Cancellation)).Items.ShouldBe([_project]);
        (await _projects.FollowedAsync(Ada, new CursorRequest(9), Cancellation)).Items.ShouldBe([_project]);
        (await _projects.WordsAsync(Ada, Cancellation)).ShouldBe(["a", "t1"]);
        (await _projects.QuotedAsync(Ada, Cancellation)).ShouldBe("{projects}");
    }

    [Fact]
    public async Task Each_of_two_tables_is_the_owners()
    {
        var bobs = await _projects.InsertAsync(Bob, new(default, default, "b", null, 1), Cancellation);
        await _releases.InsertAsync(Bob, new(default, bobs.Id, "t2", 1), Cancellation);

        (await _projects.PairsAsync(Ada, null, Cancellation)).ShouldBe([("a", "t1")]);
        (await _projects.PairsAsync(Ada, "x", Cancellation)).ShouldBe([("a", "t1")]);
        (await _projects.PairsAsync(Bob, null, Cancellation)).ShouldBe([("b", "t2")]);
        (await _projects.PairsAsync(Bob, "x", Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_fragment_writes_a_row_of_another()
    {
        (await _projects.NoteAsync(Bob, _project.Id, "b", Cancellation)).ShouldBe(0);
        (await _projects.ClearAsync(Bob, _project.Id, Cancellation)).ShouldBeFalse();
        (await _releases.GrowAsync(Bob, _release.Id, 100, "b", Cancellation)).ShouldBe(0);
        (await _releases.DropAsync(Bob, 5, Cancellation)).ShouldBe(0);
        await UnchangedAsync();

        (await _releases.GrowAsync(Ada, _release.Id, 2, null, Cancellation)).ShouldBe(1);
        (await _releases.GrowAsync(Ada, _release.Id, 2, "t3", Cancellation)).ShouldBe(1);
        (await _releases.FindByTagAsync(Ada, "t3", Cancellation)).ShouldNotBeNull().Size.ShouldBe(9);
        (await _projects.NoteAsync(Ada, _project.Id, "b", Cancellation)).ShouldBe(1);
        (await _projects.FindAsync(Ada, _project.Id, Cancellation)).ShouldBe(_project with { Note = "b", Revision = 2 });
        (await _releases.DropAsync(Ada, 9, Cancellation)).ShouldBe(1);
        (await _projects.ClearAsync(Ada, Guid.Empty, Cancellation)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_way_past_owners_reaches_all()
    {
        (await _projects.EveryAsync(Cancellation)).ShouldBe(1);
        (await _projects.GiveAsync(_project.Id, Bob, Cancellation)).ShouldBeTrue();
        (await _projects.ForgetAsync("n", Cancellation)).ShouldBe(1);

        (await _projects.FindAsync(Ada, _project.Id, Cancellation)).ShouldBeNull();
        (await _projects.FindAsync(Bob, _project.Id, Cancellation)).ShouldBe(_project with { TenantId = Bob, Note = null, Revision = 2 });
    }

    [Fact]
    public void Every_method_is_tried_or_goes_past_owners_by_name()
    {
        string[] everywhere = ["In", "FindAsync", "ExistsAsync", "CountAsync", "ListAsync", "StreamAsync", "InsertAsync", "InsertManyAsync", "UpdateAsync", "UpsertAsync", "UpsertManyAsync", "DeleteAsync"];
        string[] unowned = ["EveryAsync", "GiveAsync", "ForgetAsync"];
        string[] queries = ["OneAsync", "AmongAsync", "AllAsync", "EachAsync", "PagedAsync", "FollowedAsync", "PairsAsync", "WordsAsync", "QuotedAsync", "NoteAsync", "ClearAsync", "GrowAsync", "DropAsync"];
        string[] keys = ["FindByTenantIdAndNameAsync", "FindByTagAsync"];
        Type[] repositories = [typeof(IProjectRepository), typeof(IReleaseRepository), typeof(IArtifactRepository), typeof(IBadgeRepository), typeof(ITrackRepository)];
        var methods = repositories.SelectMany(repository => repository.GetMethods()).ToList();

        methods.Select(method => method.Name).Distinct().ShouldBe([.. everywhere, .. unowned, .. queries, .. keys], ignoreOrder: true);
        methods.Where(method => method.Name != "In" && !unowned.Contains(method.Name)).ShouldAllBe(method => method.GetParameters()[0].Name == "owner");
    }

    [Fact]
    public async Task The_contracts_hold_where_owned_tables_have_other_names()
    {
        await using var database = _target.Open();
        var contracts = ContractAssembly.Load(typeof(OwnedContract).Assembly.Location).Contracts.Where(contract => contract.Table?.Name
            is "projects" or "releases" or "artifacts" or "badges" or "tracks").ToList();
        contracts.Count.ShouldBe(5);
        // The project has three more, behind the server's own wall.
        contracts.ShouldAllBe(contract => contract.Owned.Count == 8);
        await using var postgres = database is PostgresMigrationDatabase server ? await server.OpenContractsAsync(Cancellation) : null;
        IContractDatabase compared = postgres is not null ? postgres : await ((SqliteMigrationDatabase)database).OpenContractsAsync(Cancellation);

        var found = await ContractCheck.RunAsync(contracts, compared, Cancellation);

        found.Select(finding => $"{finding.Code} {finding.Problem}").ShouldBeEmpty();
    }

    private static async Task EmptyAsync<T>(long count, Page<T> page, IAsyncEnumerable<T> stream)
    {
        (count, page.Items.Count, page.Total).ShouldBe((0, 0, 0));
        (await stream.ToListAsync(Cancellation)).ShouldBeEmpty();
    }

    private async Task UnchangedAsync()
    {
        (await _projects.FindAsync(Ada, _project.Id, Cancellation)).ShouldBe(_project);
        (await _releases.FindAsync(Ada, _release.Id, Cancellation)).ShouldBe(_release);
        (await _artifacts.FindAsync(Ada, _release.Id, "x", Cancellation)).ShouldBe(_artifact);
        (await _badges.FindAsync(Ada, "gold", Cancellation)).ShouldNotBeNull().Words.ShouldBe(["w"]);
        (await _tracks.FindAsync(Ada, _track.Id, Cancellation)).ShouldNotBeNull().Marks.ShouldBe([1, 2]);
        (await _projects.CountAsync(Ada, Cancellation) + await _releases.CountAsync(Ada, Cancellation) + await _artifacts.CountAsync(Ada, Cancellation)
            + await _badges.CountAsync(Ada, Cancellation) + await _tracks.CountAsync(Ada, Cancellation)).ShouldBe(5);
    }
}

public sealed class SqliteOwned() : OwnedContract(Engine.Sqlite);

public sealed class PostgresOwned() : OwnedContract(Engine.Postgres);

public sealed class SqliteOwnedOnRecordTables() : OwnedContract(Engine.Sqlite)
{
    private protected override string Tables(Dialect dialect) => RecordTables.Of(dialect);
}

public sealed class PostgresOwnedOnRecordTables() : OwnedContract(Engine.Postgres)
{
    private protected override string Tables(Dialect dialect) => RecordTables.Of(dialect);
}
