using Dowel.Data;
using Dowel.Postgres;
using Npgsql;

namespace Dowel.Conformance;

/// <summary>Repositories behind PostgreSQL's row security, as a role that it holds back: every way to send a statement says whose rows it means.</summary>
public sealed class RowSecurityTests : IAsyncLifetime
{
    private static readonly TenantId Ada = new(1);
    private static readonly TenantId Bob = new(2);

    private readonly string _role = $"app_{Guid.NewGuid():n}";
    private TestDatabase _target = null!;
    private PostgresDatabase _data = null!;
    private FolderRepository _folders = null!;
    private SheetRepository _sheets = null!;
    private StampRepository _stamps = null!;
    private Folder _folder = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlConnectionStringBuilder Settings => new(_target.ConnectionString) { Username = _role, Pooling = true, MaxPoolSize = 1 };

    public async ValueTask InitializeAsync()
    {
        _target = await Engine.Postgres.CreateAsync();
        await _target.ExecuteAsync(GuardedSchema.For(_role));
        _data = PostgresDatabase.Open(Settings.ConnectionString);
        (_folders, _sheets, _stamps) = (new(_data), new(_data), new(_data));
        _folder = await _folders.InsertAsync(Ada, new(default, default, "a"), Cancellation);
        await _sheets.InsertAsync(Ada, new(0, _folder.Id, "x", null), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        await _target.ExecuteAsync($"drop owned by {_role}; drop role {_role}");
        await _target.DisposeAsync();
    }

    [Fact]
    public async Task Every_method_reaches_the_owners_rows()
    {
        (await _folders.FindAsync(Ada, _folder.Id, Cancellation)).ShouldBe(_folder);
        (await _folders.ExistsAsync(Ada, _folder.Id, Cancellation)).ShouldBeTrue();
        (await _folders.FindByTenantIdAndNameAsync(Ada, "a", Cancellation)).ShouldBe(_folder);
        (await _folders.CountAsync(Ada, Cancellation)).ShouldBe(1);
        (await _folders.ListAsync(Ada, new PageRequest(5) { CountTotal = true }, Cancellation)).Total.ShouldBe(1);
        (await _folders.ListAsync(Ada, new CursorRequest(5), Cancellation)).Items.ShouldBe([_folder]);
        (await _folders.StreamAsync(Ada, Cancellation).ToListAsync(Cancellation)).ShouldBe([_folder]);
        (await _folders.LikeAsync(Ada, "%", Cancellation).ToListAsync(Cancellation)).ShouldBe([_folder]);
        (await _folders.PathsAsync(Ada, Cancellation)).ShouldBe([("a", "x")]);
        (await _folders.UpdateAsync(Ada, _folder with { Name = "b" }, Cancellation)).ShouldNotBeNull().Revision.ShouldBe(2);
        (await _folders.RenameAsync(Ada, _folder.Id, "c", Cancellation)).ShouldBeTrue();
        (await _sheets.UpsertAsync(Ada, new(0, _folder.Id, "x", "new"), Cancellation)).ShouldBe(UpsertResult.Updated);
        (await _sheets.UpsertAsync(Ada, new(0, _folder.Id, "y", "new"), Cancellation)).ShouldBe(UpsertResult.Inserted);
        (await _sheets.UpsertManyAsync(Ada, [new(0, _folder.Id, "y", "old"), new(0, _folder.Id, "z", null)], Cancellation)).ShouldBe(2);
        (await _stamps.InsertManyAsync(Ada, [new(default, "p", ["w"]), new(default, "q", [])], Cancellation)).ShouldBe(2);
        (await _folders.DeleteAsync(Ada, _folder.Id, Cancellation)).ShouldBeTrue();
        (await _sheets.CountAsync(Ada, Cancellation)).ShouldBe(0);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(2_000)]
    [InlineData(12_000)]
    public async Task Many_rows_go_past_the_wall_which_lets_no_copy_through(int count)
    {
        (await _folders.InsertManyAsync(Bob, [.. Enumerable.Range(0, count).Select(i => new Folder(default, default, $"{i}"))], Cancellation)).ShouldBe(count);

        (await _folders.CountAsync(Bob, Cancellation)).ShouldBe(count);
        (await _folders.CountAsync(Ada, Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_word_there_are_no_rows()
    {
        await using var bare = new NpgsqlConnection(Settings.ConnectionString);
        await bare.OpenAsync(Cancellation);

        (await AskAsync(bare, "select (select count(*) from folders) + (select count(*) from sheets) + (select count(*) from stamps)")).ShouldBe(0L);
        (await AskAsync(bare, "with changed as (update folders set name = 'mine' returning 1) select count(*) from changed")).ShouldBe(0L);
        (await AskAsync(bare, "with gone as (delete from sheets returning 1) select count(*) from gone")).ShouldBe(0L);
        (await Should.ThrowAsync<PostgresException>(() => AskAsync(bare, "insert into stamps values (1, 'x', '{}') returning 1"))).SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task The_word_ends_with_the_statement()
    {
        await _folders.CountAsync(Ada, Cancellation);

        // The same connection: the pool has one.
        (await _folders.ToldAsync(Cancellation)).ShouldBe("");
        (await _folders.EveryAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task In_a_transaction_each_statement_says_its_own_owner()
    {
        await _data.TransactAsync(
            async (transaction, token) =>
            {
                var (folders, sheets) = (_folders.In(transaction), _sheets.In(transaction));
                (await folders.CountAsync(Ada, token)).ShouldBe(1);
                (await folders.CountAsync(Bob, token)).ShouldBe(0);
                var bobs = await folders.InsertAsync(Bob, new(default, default, "b"), token);
                (await folders.EveryAsync(token)).ShouldBe(0);
                await Should.ThrowAsync<UniqueViolationException>(() => transaction.TransactAsync(
                    (inner, innerToken) => folders.In(inner).InsertAsync(Ada, new(default, default, "a"), innerToken).AsTask(), cancellationToken: token));
                (await sheets.UpsertAsync(Bob, new(0, bobs.Id, "x", "t"), token)).ShouldBe(UpsertResult.Inserted);
                (await sheets.UpsertAsync(Bob, new(0, _folder.Id, "x", "t"), token)).ShouldBe(UpsertResult.Unchanged);
            },
            cancellationToken: Cancellation);

        (await _folders.PathsAsync(Bob, Cancellation)).ShouldBe([("b", "x")]);
    }

    [Fact]
    public async Task A_transaction_that_only_reads_says_so_and_the_owner_at_once()
    {
        await using var transaction = await _data.BeginAsync(TransactionOptions.ReadOnly, Cancellation);

        (await _folders.In(transaction).CountAsync(Ada, Cancellation)).ShouldBe(1);
        (await _folders.In(transaction).CountAsync(Bob, Cancellation)).ShouldBe(0);
        (await Should.ThrowAsync<StatementRefusedException>(() => _folders.In(transaction).InsertAsync(Ada, new(default, default, "b"), Cancellation).AsTask()))
            .EngineCode.ShouldBe("25006");
    }

    [Fact]
    public async Task A_row_of_another_reads_as_absent_and_stays_as_it_is()
    {
        (await _folders.FindAsync(Bob, _folder.Id, Cancellation)).ShouldBeNull();
        (await _folders.UpdateAsync(Bob, _folder with { TenantId = Bob, Name = "b" }, Cancellation)).ShouldBeNull();
        (await _folders.UpsertAsync(Bob, _folder with { TenantId = Bob, Name = "b" }, Cancellation)).ShouldBe(UpsertResult.Unchanged);
        (await _folders.DeleteAsync(Bob, _folder.Id, Cancellation)).ShouldBeFalse();
        (await _sheets.InsertAsync(Bob, new(0, _folder.Id, "b", null), Cancellation)).ShouldBeNull();
        await Should.ThrowAsync<UniqueViolationException>(() => _folders.InsertAsync(Bob, _folder with { TenantId = Bob }, Cancellation).AsTask());
        (await _folders.FindAsync(Ada, _folder.Id, Cancellation)).ShouldBe(_folder);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_word_takes_no_round_trip(bool prepare)
    {
        await using var proxy = new PostgresProxy(Settings.ConnectionString);
        await using var database = PostgresDatabase.Open(proxy.ConnectionString, new() { Prepare = prepare });
        var (folders, sheets) = (new FolderRepository(database), new SheetRepository(database));
        Func<Task>[] works =
        [
            () => folders.FindAsync(Ada, _folder.Id, Cancellation).AsTask(),
            () => folders.ListAsync(Ada, new CursorRequest(5), Cancellation).AsTask(),
            () => folders.StreamAsync(Ada, Cancellation).ToListAsync(Cancellation).AsTask(),
            () => folders.RenameAsync(Ada, _folder.Id, "d", Cancellation).AsTask(),
            () => folders.InsertManyAsync(Ada, [new(default, default, $"{Guid.NewGuid()}"), new(default, default, $"{Guid.NewGuid()}")], Cancellation).AsTask(),
            () => sheets.UpsertAsync(Ada, new(0, _folder.Id, "x", "t"), Cancellation).AsTask(),
            () => database.TransactAsync((transaction, token) => folders.In(transaction).CountAsync(Ada, token).AsTask(), cancellationToken: Cancellation),
        ];
        foreach (var work in works)
        {
            await work();
            var before = proxy.RoundTrips;
            await work();
            (proxy.RoundTrips - before).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Statements_stay_prepared_and_survive_a_change_of_the_table_and_of_the_connection()
    {
        await using var database = PostgresDatabase.Open(new NpgsqlConnectionStringBuilder(Settings.ConnectionString) { MaxPoolSize = 3 }.ConnectionString);
        var folders = new FolderRepository(database);
        for (var i = 0; i < 5; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 6).Select(n => folders.CountAsync(n % 2 == 0 ? Ada : Bob, Cancellation).AsTask()));
            (await folders.CountAsync(Ada, Cancellation)).ShouldBe(1);
        }

        (await folders.FindAsync(Ada, _folder.Id, Cancellation)).ShouldBe(_folder);
        await _target.ExecuteAsync("alter table folders alter name type varchar(99)");
        (await folders.FindAsync(Ada, _folder.Id, Cancellation)).ShouldBe(_folder);
        await _target.ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where usename = '{_role}'");
        await Should.ThrowAsync<DatabaseException>(async () =>
        {
            for (var i = 0; i < 3; i++)
            {
                await folders.FindAsync(Ada, _folder.Id, Cancellation);
            }

            throw new ConnectionLostException(statement: null);
        });
        (await folders.FindAsync(Ada, _folder.Id, Cancellation)).ShouldBe(_folder);
    }

    [Fact]
    public async Task DWL4016_refuses_a_role_that_the_wall_does_not_hold_back()
    {
        await _data.RequireRowSecurityAsync(["folders", "sheets", "stamps"], Cancellation);

        await RefusesAsync("is a superuser", _target.ConnectionString);
        await _target.ExecuteAsync("create table plain (n bigint)");
        (await RefusesAsync("would use table 'plain'", Settings.ConnectionString, "folders", "plain")).Remedy.ShouldContain("enable row level security");
        await RefusesAsync("would use table 'absent'", Settings.ConnectionString, "absent");
        await _target.ExecuteAsync($"alter table sheets no force row level security; alter table sheets owner to {_role}");
        (await RefusesAsync("owns table 'sheets'", Settings.ConnectionString)).Remedy.ShouldContain("force row level security");
        await _target.ExecuteAsync($"alter role {_role} bypassrls");
        (await RefusesAsync("has bypassrls", Settings.ConnectionString)).Role.ShouldBe(_role);
    }

    private static async Task<RowSecurityBypassedException> RefusesAsync(string reason, string connectionString, params string[] tables)
    {
        await using var database = PostgresDatabase.Open(connectionString);
        var refusal = await Should.ThrowAsync<RowSecurityBypassedException>(() => database.RequireRowSecurityAsync(tables, Cancellation).AsTask());
        refusal.Code.ShouldBe("DWL4016");
        refusal.Problem.ShouldContain(reason);
        return refusal;
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
