using Dowel.Migrations;
using Dowel.Sqlite;
using Microsoft.Data.Sqlite;

namespace Dowel.Conformance;

public sealed class SqliteFanOut() : FanOutContract(Engine.Sqlite)
{
    // Beside the test's own database, and gone with it.
    private string Folder => Directory.CreateDirectory(
        Path.Join(Path.GetDirectoryName(new SqliteConnectionStringBuilder(Database.ConnectionString).DataSource), "each")).FullName;

    protected override Task<MigrationTarget> CreateTargetAsync(string name) =>
        Task.FromResult(new MigrationTarget(name, () => new SqliteMigrationDatabase(ConnectionString(name))));

    protected override async Task InAsync(MigrationTarget target, string sql)
    {
        await using var connection = new SqliteConnection(ConnectionString(target.Name));
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    [Fact]
    public async Task A_pattern_names_files_in_ordinal_order_and_nothing_beside_them()
    {
        foreach (var file in new[] { "b.db", "B.db", "a.db", "a.db-wal", "a.db.dowel-lock", ".c.db", "x/a.db", "x/y/a.db", "x/y/a.txt", ".z/a.db" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(Folder, file))!);
            await File.WriteAllTextAsync(Path.Join(Folder, file), "", Cancellation);
        }

        Directory.CreateSymbolicLink(Path.Join(Folder, "x", "up"), Folder);
        Find("*.db").ShouldBe(["B.db", "a.db", "b.db"]);
        Find("*").ShouldBe(["B.db", "a.db", "b.db"]);
        Find(".*.db").ShouldBe([".c.db"]);
        Find("?.db").ShouldBe(["B.db", "a.db", "b.db"]);
        Find("*/*.db").ShouldBe(["x/a.db"]);
        Find("**/a.db").ShouldBe(["a.db", "x/a.db", "x/y/a.db"]);
        Find("x/**").ShouldBe(["x/a.db", "x/y/a.db", "x/y/a.txt"]);
        Find("**/y/*.db").ShouldBe(["x/y/a.db"]);
        Find("x/a.db").ShouldBe(["x/a.db"]);
        Find("nowhere/*.db").ShouldBeEmpty();
        Find("a.db/*.db").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_gone_when_its_turn_comes_is_not_made_again()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        await File.WriteAllTextAsync(Path.Join(Folder, "a.db"), "", Cancellation);
        var targets = SqliteTargets.Load(Path.Join(Folder, "*.db"));
        File.Delete(Path.Join(Folder, "a.db"));

        (await UpAllAsync(targets)).ShouldHaveSingleItem().Failure!.Code.ShouldBe("DWL1108");
        File.Exists(Path.Join(Folder, "a.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_has_two_names_is_worked_on_by_one_at_a_time()
    {
        Write("V1__a.sql", "create table a (id bigint);");
        Write("V2__b.sql", "create table b (id bigint);\nvacuum;\ninsert into b values (1);");
        await File.WriteAllTextAsync(Path.Join(Folder, "a.db"), "", Cancellation);
        File.CreateSymbolicLink(Path.Join(Folder, "link.db"), "a.db");
        await using var holder = new SqliteMigrationDatabase(ConnectionString("link"));
        await using (await holder.TryLockAsync(LockNeed.Steps, Cancellation))
        {
            await using var other = new SqliteMigrationDatabase(ConnectionString("a"));
            (await other.TryLockAsync(LockNeed.Steps, Cancellation)).ShouldBeNull();
            (await other.ReadLockHolderAsync(Cancellation)).ShouldBe($"process {Environment.ProcessId}");
        }

        var results = await UpAllAsync(SqliteTargets.Load(Path.Join(Folder, "*.db")));

        results.Count.ShouldBe(2);
        results.ShouldAllBe(result => result.Failure == null);
        results.Sum(result => result.Applied.Count).ShouldBe(2);
    }

    private IEnumerable<string> Find(string pattern) =>
        SqliteTargets.Load(Path.Join(Folder, pattern)).Select(target => Path.GetRelativePath(Folder, target.Name));

    private string ConnectionString(string name) => $"Data Source={Path.Join(Folder, name)}.db;Pooling=False";
}
