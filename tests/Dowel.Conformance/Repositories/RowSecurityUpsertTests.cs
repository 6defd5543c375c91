using Dowel.Data;
using Dowel.Postgres;
using Npgsql;

namespace Dowel.Conformance;

/// <summary>Upserts behind PostgreSQL's row security that meet a row of another owner by its key: it reads as absent, alone, as one of many and in a transaction, and nothing of it is told.</summary>
public sealed class RowSecurityUpsertTests : IAsyncLifetime
{
    private const string Secret = "adas-own-name";
    private static readonly TenantId Ada = new(1);
    private static readonly TenantId Bob = new(2);

    private readonly string _role = $"app_{Guid.NewGuid():n}";
    private TestDatabase _target = null!;
    private PostgresDatabase _data = null!;
    private FolderRepository _folders = null!;
    private Folder _adas = null!;
    private Folder _bobs = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlConnectionStringBuilder Settings => new(_target.ConnectionString) { Username = _role, Pooling = true, MaxPoolSize = 2 };

    private Folder Taken => _adas with { TenantId = Bob, Name = "taken" };

    public async ValueTask InitializeAsync()
    {
        _target = await Engine.Postgres.CreateAsync();
        await _target.ExecuteAsync(GuardedSchema.For(_role));
        _data = PostgresDatabase.Open(Settings.ConnectionString);
        _folders = new(_data);
        _adas = await _folders.InsertAsync(Ada, new(default, default, Secret), Cancellation);
        _bobs = await _folders.InsertAsync(Bob, new(default, default, "b"), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _data.DisposeAsync();
        await _target.ExecuteAsync($"drop owned by {_role}; drop role {_role}");
        await _target.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000)]
    public async Task One_of_many_is_left_out(int others)
    {
        Folder[] rows = [Taken, .. Enumerable.Range(0, others).Select(i => new Folder(Guid.CreateVersion7(), Bob, $"n{i}")), _bobs with { Name = "c" }];

        (await _folders.UpsertManyAsync(Bob, rows, Cancellation)).ShouldBe(others + 1);

        await UnchangedAsync();
        (await _folders.CountAsync(Bob, Cancellation)).ShouldBe(others + 1);
        (await _folders.FindAsync(Bob, _bobs.Id, Cancellation)).ShouldNotBeNull().Name.ShouldBe("c");
    }

    [Fact]
    public async Task In_a_transaction_it_is_absent_too_and_the_rest_is_committed()
    {
        await _data.TransactAsync(
            async (transaction, token) =>
            {
                var folders = _folders.In(transaction);
                (await folders.UpsertAsync(Bob, Taken, token)).ShouldBe(UpsertResult.Unchanged);
                (await folders.UpsertManyAsync(Bob, [Taken], token)).ShouldBe(0);
                (await folders.UpsertManyAsync(Bob, [_bobs with { Name = "c" }, Taken], token)).ShouldBe(1);
                (await folders.InsertAsync(Bob, new(default, default, "after"), token)).Name.ShouldBe("after");
            },
            cancellationToken: Cancellation);

        await UnchangedAsync();
        (await _folders.ListAsync(Bob, new CursorRequest(9), Cancellation)).Items.Select(folder => folder.Name).ShouldBe(["after", "c"]);
    }

    [Fact]
    public async Task A_row_that_the_server_alone_keeps_apart_is_refused_without_a_word_of_it()
    {
        await using var connection = new NpgsqlConnection(Settings.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var upsert = new NpgsqlCommand(
            $"select set_config('dowel.owner', '2', false); insert into folders (id, tenant_id, name, revision) values ('{_adas.Id}', 2, 'taken', 1) on conflict (id) do update set name = excluded.name", connection);

        var refusal = await Should.ThrowAsync<PostgresException>(() => upsert.ExecuteNonQueryAsync(Cancellation));

        refusal.SqlState.ShouldBe("42501");
        $"{refusal} {refusal.Detail}".ShouldNotContain(Secret);
        await UnchangedAsync();
    }

    private async Task UnchangedAsync() => (await _folders.FindAsync(Ada, _adas.Id, Cancellation)).ShouldBe(_adas);
}
