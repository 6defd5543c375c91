using Dowel.Data;
using GameAccounts;

namespace Dowel.HostTests;

/// <summary>The game server, which uses its accounts as a library beside the running service.</summary>
public abstract class GameClientContract(SharedHost host) : HostContract(host)
{
    [Fact]
    public async Task It_finds_its_schema_made_and_keeps_accounts_there()
    {
        await using var database = await OpenAsync();
        var accounts = new AccountRepository(database);

        var account = await accounts.InsertAsync(new(default, "knight@example.org", "knight", "hash", DateTimeOffset.UnixEpoch), Cancellation);

        (await accounts.FindByUsernameAsync("knight", Cancellation)).ShouldBe(account);
        (await Nobody.GetAsync("/health/ready")).ShouldBe(200).Text.ShouldContain("\"dowel-game_accounts\"");
    }

    private Task<Database> OpenAsync() => Running.Engine == DatabaseEngine.Sqlite
        ? GameAccountsDatabase.OpenSqliteAsync($"Data Source={Path.Combine(Running.Folder, "game_accounts.db")}", Cancellation)
        : GameAccountsDatabase.OpenPostgresAsync(Running.OwnerConnection, "game_accounts", Cancellation);
}

[Collection(nameof(DatabaseEngine.Sqlite))]
public sealed class SqliteGameClient(SqliteHost host) : GameClientContract(host);

[Collection(nameof(DatabaseEngine.Postgres))]
public sealed class PostgresGameClient(PostgresHost host) : GameClientContract(host);
