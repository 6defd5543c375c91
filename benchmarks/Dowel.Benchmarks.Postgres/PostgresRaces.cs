using Dapper;
using Dowel.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Dowel.Benchmarks;

/// <summary>What one caller does, on a connection that is rented for each call.</summary>
internal sealed class PostgresRaces : IAsyncDisposable
{
    private const string FindSql = $"select {Account.Named} from accounts where user_id = @userId";
    private const string ListSql = $"select {Account.Named} from accounts order by user_id limit @limit";

    private static readonly Func<AccountsContext, long, Task<Account?>> FindCompiled = EF.CompileAsyncQuery(
        (AccountsContext context, long userId) => context.Accounts.AsNoTracking().FirstOrDefault(account => account.UserId == userId));

    private static readonly Func<AccountsContext, int, IAsyncEnumerable<Account>> ListCompiled = EF.CompileAsyncQuery(
        (AccountsContext context, int limit) => context.Accounts.AsNoTracking().OrderBy(account => account.UserId).Take(limit));

    private readonly NpgsqlDataSource _plain;
    private readonly NpgsqlDataSource _tuned;
    private readonly NpgsqlDataSource _held;
    private readonly HandPostgres _hand;
    private readonly PostgresDatabase _dowel;
    private readonly AccountRepository _accounts;
    private readonly NewAccountRepository _inserted;
    private readonly PooledDbContextFactory<AccountsContext> _plainContexts;
    private readonly PooledDbContextFactory<AccountsContext> _tunedContexts;
    private long _next;

    public PostgresRaces(string connectionString)
    {
        var plain = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = true };
        _plain = NpgsqlDataSource.Create(plain);
        _dowel = PostgresDatabase.Open(plain.ConnectionString);
        _accounts = new(_dowel);
        _inserted = new(_dowel);
        plain.NoResetOnClose = true;
        _held = NpgsqlDataSource.Create(plain);
        plain.MaxAutoPrepare = 100;
        plain.AutoPrepareMinUsages = 2;
        _tuned = NpgsqlDataSource.Create(plain);
        _hand = new(_held);
        _plainContexts = new(new DbContextOptionsBuilder<AccountsContext>().UseNpgsql(_plain).Options);
        _tunedContexts = new(new DbContextOptionsBuilder<AccountsContext>().UseNpgsql(_tuned).Options);
    }

    private long NextId => (_next++ * 7919 % Account.Count) + 1;

    /// <summary>One row by its key.</summary>
    public Race Find() => new(
        "PostgreSQL",
        "one row by key",
        [
            Repeat("hand-written", () => _hand.FindAsync(NextId)),
            Repeat("Dowel", () => _accounts.FindAsync(NextId).AsTask()),
            Repeat("Dapper, tuned", () => FindByDapperAsync(_tuned)),
            Repeat("Dapper", () => FindByDapperAsync(_plain)),
            Repeat("EF Core 10, tuned", async () =>
            {
                await using var context = await _tunedContexts.CreateDbContextAsync();
                return await FindCompiled(context, NextId);
            }),
            Repeat("EF Core 10", async () =>
            {
                var userId = NextId;
                await using var context = await _plainContexts.CreateDbContextAsync();
                return await context.Accounts.AsNoTracking().FirstOrDefaultAsync(account => account.UserId == userId);
            }),
        ]);

    /// <summary>Many rows.</summary>
    public Race List() => new(
        "PostgreSQL",
        "1,000 rows",
        [
            Repeat("hand-written", () => _hand.ListAsync(Account.ListCount)),
            Repeat("Dowel", () => _accounts.FirstAsync(Account.ListCount).AsTask()),
            Repeat("Dapper, tuned", () => ListByDapperAsync(_tuned)),
            Repeat("Dapper", () => ListByDapperAsync(_plain)),
            Repeat("EF Core 10, tuned", async () =>
            {
                await using var context = await _tunedContexts.CreateDbContextAsync();
                return await ListCompiled(context, Account.ListCount).ToListAsync();
            }),
            Repeat("EF Core 10", async () =>
            {
                await using var context = await _plainContexts.CreateDbContextAsync();
                return await context.Accounts.AsNoTracking().OrderBy(account => account.UserId).Take(Account.ListCount).ToListAsync();
            }),
        ]);

    /// <summary>Many inserts at once.</summary>
    public Race Insert() => new(
        "PostgreSQL",
        "10,000 inserts",
        [
            Clean("unnest", () => _hand.UnnestAsync(Account.Samples)),
            Clean("copy", () => _hand.CopyAsync(Account.Samples)),
            Clean("Dowel", () => _inserted.InsertManyAsync(NewAccount.Samples).AsTask()),
            Clean("Dapper, tuned", () => InsertByDapperAsync(_tuned)),
            Clean("Dapper", () => InsertByDapperAsync(_plain)),
            Clean("EF Core 10", async () =>
            {
                await using var context = await _plainContexts.CreateDbContextAsync();
                context.Inserted.AddRange(Account.Samples.Select(InsertedAccount.Of));
                await context.SaveChangesAsync();
            }),
        ]);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _dowel.DisposeAsync();
        await _plain.DisposeAsync();
        await _tuned.DisposeAsync();
        await _held.DisposeAsync();
    }

    private static async Task<List<Account>> ListByDapperAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        return (await connection.QueryAsync<Account>(ListSql, new { limit = Account.ListCount })).AsList();
    }

    private static async Task InsertByDapperAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(Account.NamedInsert, Account.Samples, transaction);
        await transaction.CommitAsync();
    }

    private static Contestant Repeat<T>(string name, Func<Task<T>> once) => new(name, async times =>
    {
        for (var i = 0; i < times; i++)
        {
            await once();
        }
    });

    private async Task<Account?> FindByDapperAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QueryFirstOrDefaultAsync<Account>(FindSql, new { userId = NextId });
    }

    private Contestant Clean(string name, Func<Task> once) => new(name, _ => once(), async () => await _inserted.ClearAsync());
}
