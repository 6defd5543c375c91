using Dowel.Conformance;
using GameAccounts;

namespace Dowel.Systems;

public abstract class GameAccountsContract(Engine engine)
    : SystemContract(engine, GameAccountsMigrations.Assembly, GameAccountsMigrations.HistoryTable, tokens: null)
{
    private const string Ann = "insert into accounts (email, username, pass_hash, created_at) values ('ann@x', 'ann', 'h', 1); ";

    [Theory]
    [InlineData("accounts", "user_id,email,username,pass_hash,created_at,last_login_at")]
    [InlineData("sessions", "token,user_id,expires_at,created_at")]
    [InlineData("army_loadouts", "user_id,element_id,army_ability_1,army_ability_2,army_ability_3,army_ability_4,ability_pawn,ability_knight,ability_bishop,ability_rook,ability_queen,ability_king,item_1,item_2,item_3,item_4,updated_at")]
    [InlineData("progression", "user_id,level,xp")]
    [InlineData("user_unlocks", "user_id,flag_id,unlocked_at")]
    public async Task A_table_has_its_columns(string table, string columns) => (await ColumnsAsync(table)).ShouldBe(columns);

    [Fact]
    public async Task An_account_gets_its_id_from_the_database()
    {
        await RunAsync(Ann);

        (await Database.QueryAsync("select user_id from accounts")).ShouldBe("1");
    }

    [Theory]
    [InlineData("insert into accounts (email, username, pass_hash, created_at) values ('ann@x', 'bob', 'h', 1)")]
    [InlineData("insert into accounts (email, username, pass_hash, created_at) values ('bob@x', 'ann', 'h', 1)")]
    public async Task Email_and_username_are_unique(string second)
    {
        await RunAsync(Ann);

        await RefusesAsync(second);
    }

    [Fact]
    public async Task Deleting_an_account_leaves_no_orphan()
    {
        await RunAsync(Ann + """
            insert into sessions (token, user_id, expires_at, created_at) values ('t', 1, 2, 1);
            insert into army_loadouts (user_id, element_id, updated_at) values (1, 'fire', 1);
            insert into progression (user_id) values (1);
            insert into user_unlocks (user_id, flag_id, unlocked_at) values (1, 'f', 1);
            """);

        await RunAsync("delete from accounts");

        (await Database.QueryAsync("""
            select (select count(*) from sessions) + (select count(*) from army_loadouts)
                 + (select count(*) from progression) + (select count(*) from user_unlocks)
            """)).ShouldBe("0");
    }

    [Fact]
    public async Task Times_reach_beyond_2038()
    {
        await RunAsync(Ann + "update accounts set last_login_at = 253402300799;");

        (await Database.QueryAsync("select last_login_at from accounts")).ShouldBe("253402300799");
    }

    [Fact]
    public Task A_session_belongs_to_an_account() =>
        RefusesAsync("insert into sessions (token, user_id, expires_at, created_at) values ('t', 1, 2, 1)");
}

public sealed class SqliteGameAccounts() : GameAccountsContract(Engine.Sqlite);

public sealed class PostgresGameAccounts() : GameAccountsContract(Engine.Postgres);
