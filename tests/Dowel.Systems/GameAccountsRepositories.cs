using Dowel.Conformance;
using Dowel.Data;
using GameAccounts;

namespace Dowel.Systems;

public abstract class GameAccountsRepositories(Engine engine) : RepositoriesContract(engine)
{
    private AccountRepository Accounts => new(Store);

    private SessionRepository Sessions => new(Store);

    private UnlockRepository Unlocks => new(Store);

    protected override Task<Database> OpenSqliteAsync(string connectionString) => GameAccountsDatabase.OpenSqliteAsync(connectionString, Cancellation);

    protected override Task<Database> OpenPostgresAsync(string connectionString) =>
        GameAccountsDatabase.OpenPostgresAsync(connectionString, cancellationToken: Cancellation);

    [Fact]
    public async Task An_account_is_found_by_number_email_and_name()
    {
        var ann = await AddAsync("ann");

        ann.UserId.Value.ShouldBeGreaterThan(0);
        (await Accounts.FindAsync(ann.UserId, Cancellation)).ShouldBe(ann);
        (await Accounts.FindByEmailAsync("ann@example.org", Cancellation)).ShouldBe(ann);
        (await Accounts.FindByUsernameAsync("ann", Cancellation)).ShouldBe(ann);
        (await Accounts.FindByUsernameAsync("Ann", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task An_account_is_changed_and_deleted()
    {
        var ann = await AddAsync("ann");

        (await Accounts.UpdateAsync(ann with { Email = "ann@example.com" }, Cancellation)).ShouldBeTrue();
        (await Accounts.SetLastLoginAsync(ann.UserId, Noon.AddHours(1), Cancellation)).ShouldBeTrue();
        (await Accounts.FindAsync(ann.UserId, Cancellation)).ShouldBe(ann with { Email = "ann@example.com", LastLoginAt = Noon.AddHours(1) });

        (await Accounts.DeleteAsync(ann.UserId, Cancellation)).ShouldBeTrue();
        (await Accounts.DeleteAsync(ann.UserId, Cancellation)).ShouldBeFalse();
        (await Accounts.UpdateAsync(ann, Cancellation)).ShouldBeFalse();
        (await Accounts.SetLastLoginAsync(ann.UserId, Noon, Cancellation)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("ann@example.org", "bob", "email")]
    [InlineData("bob@example.org", "ann", "username")]
    public async Task Email_and_name_are_taken_once(string email, string username, string column)
    {
        await AddAsync("ann");

        var refusal = await Should.ThrowAsync<UniqueViolationException>(
            () => Accounts.InsertAsync(new(default, email, username, "hash", Noon), Cancellation).AsTask());

        refusal.Violation.Table.ShouldBe("accounts");
        refusal.Violation.Columns.ShouldBe([column]);
        refusal.Message.ShouldNotContain("example.org");
        (await Accounts.CountAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_session_is_good_until_it_expires()
    {
        var ann = await AddAsync("ann");
        var session = new PlayerSession("token", ann.UserId, Noon.AddMinutes(10), Noon);
        await Sessions.InsertAsync(session, Cancellation);

        (await Sessions.FindLiveAsync("token", Noon.AddMinutes(10).AddSeconds(-1), Cancellation)).ShouldBe(session);
        (await Sessions.FindLiveAsync("token", Noon.AddMinutes(10), Cancellation)).ShouldBeNull();
        (await Sessions.FindLiveAsync("other", Noon, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Expired_sessions_are_cleared_away_and_no_others()
    {
        var ann = await AddAsync("ann");
        await Sessions.InsertManyAsync(
            [.. Enumerable.Range(1, 10).Select(minute => new PlayerSession($"token {minute}", ann.UserId, Noon.AddMinutes(minute), Noon))], Cancellation);

        (await Sessions.DeleteExpiredAsync(Noon.AddMinutes(4), Cancellation)).ShouldBe(4);
        (await Sessions.CountAsync(Cancellation)).ShouldBe(6);
        (await Sessions.DeleteAllOfAsync(ann.UserId, Cancellation)).ShouldBe(6);
    }

    [Fact]
    public Task A_session_belongs_to_an_account() => Should.ThrowAsync<ForeignKeyViolationException>(
        () => Sessions.InsertAsync(new("token", new(77), Noon.AddHours(1), Noon), Cancellation).AsTask());

    [Fact]
    public async Task A_loadout_is_kept_slot_by_slot()
    {
        var ann = await AddAsync("ann");
        var loadouts = new ArmyLoadoutRepository(Store);
        var first = new ArmyLoadout { UserId = ann.UserId, ElementId = "fire", ArmyAbility2 = "haste", AbilityKing = "hide", Item4 = "lamp", UpdatedAt = Noon };

        (await loadouts.UpsertAsync(first, Cancellation)).ShouldBe(UpsertResult.Inserted);
        (await loadouts.FindAsync(ann.UserId, Cancellation)).ShouldBe(first);

        var second = first with { ElementId = "water", ArmyAbility2 = null, AbilityPawn = "push", UpdatedAt = Noon.AddDays(1) };
        (await loadouts.UpsertAsync(second, Cancellation)).ShouldBe(UpsertResult.Updated);
        (await loadouts.FindAsync(ann.UserId, Cancellation)).ShouldBe(second);
    }

    [Fact]
    public async Task Progress_is_kept_and_never_falls_below_nothing()
    {
        var ann = await AddAsync("ann");
        var progression = new ProgressionRepository(Store);
        await progression.InsertAsync(new(ann.UserId), Cancellation);

        (await progression.UpdateAsync(new(ann.UserId, Level: 3, Xp: 5_000_000_000), Cancellation)).ShouldBeTrue();
        (await progression.FindAsync(ann.UserId, Cancellation)).ShouldBe(new(ann.UserId, 3, 5_000_000_000));

        var refusal = await Should.ThrowAsync<CheckViolationException>(
            () => progression.UpdateAsync(new(ann.UserId, Xp: -1), Cancellation).AsTask());
        refusal.Violation.Constraint.ShouldBe("progression_xp_chk");
    }

    [Fact]
    public async Task Granting_a_second_time_changes_nothing()
    {
        var ann = await AddAsync("ann");

        (await Unlocks.GrantAsync(ann.UserId, "dragon", Noon, Cancellation)).ShouldBeTrue();
        (await Unlocks.GrantAsync(ann.UserId, "dragon", Noon.AddDays(1), Cancellation)).ShouldBeFalse();
        (await Unlocks.GrantAsync(ann.UserId, "castle", Noon.AddDays(-1), Cancellation)).ShouldBeTrue();

        (await Unlocks.ListForAsync(ann.UserId, Cancellation)).ShouldBe(
            [new(ann.UserId, "castle", Noon.AddDays(-1)), new(ann.UserId, "dragon", Noon)]);
    }

    [Fact]
    public async Task Many_grants_at_once_grant_once()
    {
        var ann = await AddAsync("ann");

        var granted = await Task.WhenAll(Enumerable.Range(0, 32).Select(
            _ => Task.Run(() => Unlocks.GrantAsync(ann.UserId, "dragon", Noon, Cancellation).AsTask(), Cancellation)));

        granted.Count(isNew => isNew).ShouldBe(1);
    }

    [Fact]
    public async Task Deleting_an_account_leaves_no_orphan()
    {
        var ann = await AddAsync("ann");
        await Sessions.InsertAsync(new("token", ann.UserId, Noon.AddHours(1), Noon), Cancellation);
        await Unlocks.GrantAsync(ann.UserId, "dragon", Noon, Cancellation);

        await Accounts.DeleteAsync(ann.UserId, Cancellation);

        (await Sessions.CountAsync(Cancellation)).ShouldBe(0);
        (await Unlocks.CountAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Several_repositories_share_a_transaction()
    {
        await Should.ThrowAsync<CheckViolationException>(() => Store.TransactAsync(
            async (transaction, token) =>
            {
                var eve = await new AccountRepository(transaction).InsertAsync(new(default, "eve@example.org", "eve", "hash", Noon), token);
                await new ProgressionRepository(transaction).InsertAsync(new(eve.UserId, Level: 0), token);
            },
            cancellationToken: Cancellation));

        (await Accounts.FindByUsernameAsync("eve", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Accounts_are_listed_page_by_page()
    {
        for (var i = 0; i < 5; i++)
        {
            await AddAsync($"player{i}");
        }

        var page = await Accounts.ListAsync(new PageRequest(2, offset: 2) { CountTotal = true }, Cancellation);

        page.Items.Select(account => account.Username).ShouldBe(["player2", "player3"]);
        (page.HasMore, page.Total).ShouldBe((true, 5));
    }

    private ValueTask<Account> AddAsync(string name) =>
        Accounts.InsertAsync(new(default, $"{name}@example.org", name, "hash", Noon), Cancellation);
}

public sealed class SqliteGameAccountsRepositories() : GameAccountsRepositories(Engine.Sqlite);

public sealed class PostgresGameAccountsRepositories() : GameAccountsRepositories(Engine.Postgres);
