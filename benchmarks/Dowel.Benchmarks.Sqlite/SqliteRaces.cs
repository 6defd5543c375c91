using Dapper;
using Dowel.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Dowel.Benchmarks;

/// <summary>What one caller does.</summary>
internal sealed class SqliteRaces : IAsyncDisposable
{
    private const string FindSql = $"select {Account.Named} from accounts where user_id = @userId";
    private const string ListSql = $"select {Account.Named} from accounts order by user_id limit @limit";

    private static readonly Func<AccountsContext, long, Account?> FindCompiled = EF.CompileQuery(
        (AccountsContext context, long userId) => context.Accounts.AsNoTracking().FirstOrDefault(account => account.UserId == userId));

    private static readonly Func<AccountsContext, int, IEnumerable<Account>> ListCompiled = EF.CompileQuery(
        (AccountsContext context, int limit) => context.Accounts.AsNoTracking().OrderBy(account => account.UserId).Take(limit));

    private readonly SqliteFile _file;
    private readonly HandSqlite _hand;
    private readonly SqliteDatabase _dowel;
    private readonly AccountRepository _accounts;
    private readonly NewAccountRepository _inserted;
    private readonly SqliteConnection _held;
    private readonly PooledDbContextFactory<AccountsContext> _contexts;
    private readonly AccountsContext _context;
    private long _next;

    public SqliteRaces(SqliteFile file)
    {
        _file = file;
        _hand = new(file.ConnectionString);
        _dowel = SqliteDatabase.Open(file.ConnectionString);
        _accounts = new(_dowel);
        _inserted = new(_dowel);
        _held = file.Connect();
        _contexts = new(new DbContextOptionsBuilder<AccountsContext>().UseSqlite(file.ConnectionString).Options);
        _context = new(new DbContextOptionsBuilder<AccountsContext>().UseSqlite(_held).Options);
    }

    private long NextId => (_next++ * 7919 % Account.Count) + 1;

    /// <summary>One row by its key.</summary>
    public Race Find() => new(
        "SQLite",
        "one row by key",
        [
            Repeat("hand-written", () => _hand.Find(NextId)),
            RepeatAsync("Dowel", () => _accounts.FindAsync(NextId)),
            Repeat("Dapper, connection held", () => _held.QueryFirstOrDefault<Account>(FindSql, new { userId = NextId })),
            RepeatAsync("Dapper, connection opened", async () =>
            {
                await using var connection = new SqliteConnection(_file.ConnectionString);
                return await connection.QueryFirstOrDefaultAsync<Account>(FindSql, new { userId = NextId });
            }),
            Repeat("EF Core 6, compiled, context held", () => FindCompiled(_context, NextId)),
            RepeatAsync("EF Core 6, context from the pool", async () =>
            {
                var userId = NextId;
                await using var context = _contexts.CreateDbContext();
                return await context.Accounts.AsNoTracking().FirstOrDefaultAsync(account => account.UserId == userId);
            }),
        ]);

    /// <summary>Many rows.</summary>
    public Race List() => new(
        "SQLite",
        "1,000 rows",
        [
            Repeat("hand-written", () => _hand.List(Account.ListCount)),
            RepeatAsync("Dowel", () => _accounts.FirstAsync(Account.ListCount)),
            Repeat("Dapper, connection held", () => _held.Query<Account>(ListSql, new { limit = Account.ListCount }).AsList()),
            RepeatAsync("Dapper, connection opened", async () =>
            {
                await using var connection = new SqliteConnection(_file.ConnectionString);
                return (await connection.QueryAsync<Account>(ListSql, new { limit = Account.ListCount })).AsList();
            }),
            Repeat("EF Core 6, compiled, context held", () => ListCompiled(_context, Account.ListCount).ToList()),
            RepeatAsync("EF Core 6, context from the pool", async () =>
            {
                await using var context = _contexts.CreateDbContext();
                return await context.Accounts.AsNoTracking().OrderBy(account => account.UserId).Take(Account.ListCount).ToListAsync();
            }),
        ]);

    /// <summary>Many inserts in a transaction.</summary>
    public Race Insert() => new(
        "SQLite",
        "10,000 inserts in a transaction",
        [
            Clean("hand-written", () =>
            {
                _hand.Insert(Account.Samples);
                return Task.CompletedTask;
            }),
            Clean("Dowel", async () => await _inserted.InsertManyAsync(NewAccount.Samples)),
            Clean("Dapper", async () =>
            {
                await using var transaction = await _held.BeginTransactionAsync();
                _held.Execute(Account.NamedInsert, Account.Samples, transaction);
                await transaction.CommitAsync();
            }),
            Clean("EF Core 6", async () =>
            {
                await using var context = _contexts.CreateDbContext();
                context.Inserted.AddRange(Account.Samples.Select(InsertedAccount.Of));
                await context.SaveChangesAsync();
            }),
        ]);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _held.DisposeAsync();
        await _dowel.DisposeAsync();
        _hand.Dispose();
    }

    private static Contestant Repeat<T>(string name, Func<T> once) => new(name, times =>
    {
        for (var i = 0; i < times; i++)
        {
            once();
        }

        return Task.CompletedTask;
    });

    private static Contestant RepeatAsync<T>(string name, Func<ValueTask<T>> once) => new(name, async times =>
    {
        for (var i = 0; i < times; i++)
        {
            await once();
        }
    });

    private Contestant Clean(string name, Func<Task> once) => new(name, _ => once(), async () => await _inserted.ClearAsync());
}
