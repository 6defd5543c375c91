using Dowel.Migrations;
using Dowel.Sqlite;
using Microsoft.Data.Sqlite;

namespace Dowel.Conformance;

/// <summary>What holds on SQLite alone: pragmas, vacuum, and foreign keys around a rebuilt table.</summary>
public sealed class SqliteContract() : Contract(Engine.Sqlite)
{
    private const string Family = """
        create table parent (id integer primary key, name text);
        create table child (id integer primary key, parent integer not null references parent on delete cascade);
        insert into parent values (1, 'a'), (2, 'b');
        insert into child values (10, 1), (20, 2);
        """;

    private const string Rebuild = """
        create table parent_new (id integer primary key, name text not null);
        insert into parent_new select id, name from parent;
        drop table parent;
        alter table parent_new rename to parent;
        """;

    [Theory]
    [InlineData("")]
    [InlineData("pragma foreign_keys = off;\n")]
    public async Task Rebuilding_a_parent_keeps_its_children(string head)
    {
        await UpAsync("V1__family.sql", Family);

        await UpAsync("V2__rebuild.sql", head + Rebuild);

        (await Database.QueryAsync("select id from child")).ShouldBe("10,20");
        (await Database.QueryAsync("select sql from sqlite_master where name = 'parent'")).ShouldContain("not null");
        (await HistoryAsync()).ShouldBe("versioned|1,versioned|2");
    }

    [Fact]
    public async Task A_folder_that_takes_no_journal_is_told_as_such()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Permissions do not bind this user.");
            return;
        }

        await UpAsync("V1__family.sql", Family);
        Write("V2__more.sql", "create table more (id integer);");
        var folder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(Database.ConnectionString).DataSource)!;
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var error = await Should.ThrowAsync<DatabaseUnavailableException>(() => UpAsync());
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        error.Code.ShouldBe("DWL1109");
        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Fact]
    public async Task Rebuilding_in_an_own_transaction_keeps_the_children_too()
    {
        await UpAsync("V1__family.sql", Family);

        await UpAsync("V2__rebuild.sql", $"begin;\n{Rebuild}\ncommit;");

        (await Database.QueryAsync("select id from child")).ShouldBe("10,20");
    }

    [Fact]
    public async Task Dropping_a_parent_that_has_children_is_refused_with_their_rows()
    {
        await UpAsync("V1__family.sql", Family);
        Write("V2__drop.sql", "create table other (id integer);\ndrop table parent;");

        var error = await FailsAsync();

        error.Problem.ShouldContain("2 rows would be left without the row they refer to: row 10 of child has no parent in parent; row 20");
        error.Errors[0].Location!.Value.ToString().ShouldBe("V2__drop.sql:2:1");
        (await Database.QueryAsync("select count(*) from parent")).ShouldBe("2");
    }

    [Fact]
    public async Task Orphans_that_were_there_before_are_not_the_scripts_fault()
    {
        await UpAsync("V1__family.sql", Family);
        await Database.ExecuteAsync("pragma foreign_keys = off; insert into child values (30, 3)");

        await UpAsync("V2__rebuild.sql", Rebuild);

        (await Database.QueryAsync("select id from child")).ShouldBe("10,20,30");
    }

    [Fact]
    public async Task Foreign_keys_are_on()
    {
        await UpAsync("V1__family.sql", Family);
        Write("V2__orphan.sql", "insert into child values (30, 3);");

        (await FailsAsync()).Problem.ShouldContain("FOREIGN KEY");
    }

    [Fact]
    public async Task Settings_of_a_script_end_with_it()
    {
        Write("V1__a.sql", Family + "pragma foreign_keys = off; pragma recursive_triggers = on; attach ':memory:' as other;");
        Write("V2__b.sql", "create table seen as select (select foreign_keys from pragma_foreign_keys) as keys, (select recursive_triggers from pragma_recursive_triggers) as triggers;");

        await UpAsync();

        (await Database.QueryAsync("select keys, triggers from seen")).ShouldBe("1|0");
    }

    [Fact]
    public async Task Vacuum_and_the_journal_mode_run_outside_a_transaction()
    {
        Write("V1__a.sql", "create table a (id integer); pragma journal_mode = wal; vacuum; insert into a values (1);");

        await UpAsync();

        (await Database.QueryAsync("pragma journal_mode")).ShouldBe("wal");
        (await Database.QueryAsync("select id from a")).ShouldBe("1");
        (await HistoryAsync()).ShouldBe("versioned|1");
    }

    [Fact]
    public async Task A_resumed_script_has_its_pragmas_again()
    {
        const string Head = "-- dowel: transaction=none\ncreate table a (id integer, self integer references a);\npragma foreign_keys = off;\n";
        Write("V1__a.sql", Head + "insert into missing values (1);");
        await FailsAsync();
        Write("V1__a.sql", Head + "insert into a values (1, 99);");

        await UpAsync();

        (await Database.QueryAsync("select self from a")).ShouldBe("99");
    }

    [Fact]
    public async Task A_read_only_file_is_refused()
    {
        await UpAsync("V1__a.sql", "create table a (id integer);");
        Write("V2__b.sql", "create table b (id integer);");
        await using var database = new SqliteMigrationDatabase(Database.ConnectionString + ";Mode=ReadOnly");

        var error = await Should.ThrowAsync<DatabaseUnavailableException>(() => new Migrator(database, Load()).ApplyAsync(Cancellation));

        error.Code.ShouldBe("DWL1109");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var path = PathOf(Database);
        await File.WriteAllTextAsync(path, new string('x', 4096), Cancellation);
        Write("V1__a.sql", "create table a (id integer);");

        var error = await Should.ThrowAsync<DatabaseUnavailableException>(() => UpAsync());

        error.Code.ShouldBe("DWL1111");
        (await File.ReadAllTextAsync(path, Cancellation)).ShouldBe(new string('x', 4096));
    }

    [Fact]
    public async Task A_corrupt_file_is_refused()
    {
        await UpAsync("V1__a.sql", "create table a (id integer);");
        var path = PathOf(Database);
        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        bytes.AsSpan(100).Fill(0xAA);
        await File.WriteAllBytesAsync(path, bytes, Cancellation);

        (await Should.ThrowAsync<DatabaseUnavailableException>(() => UpAsync())).Code.ShouldBe("DWL1111");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told()
    {
        Write("V1__a.sql", "create table a (id integer);");
        await using var database = new SqliteMigrationDatabase("Data Source=/nowhere/at/all.db");

        var error = await Should.ThrowAsync<DatabaseUnavailableException>(() => new Migrator(database, Load()).ApplyAsync(Cancellation));

        error.Code.ShouldBe("DWL1108");
        error.Problem.ShouldContain("/nowhere/at");
    }

    [Fact]
    public async Task Looking_at_a_file_that_is_not_there_does_not_make_it()
    {
        Write("V1__a.sql", "create table a (id integer);");

        (await PlanAsync()).Pending.Count.ShouldBe(1);

        File.Exists(PathOf(Database)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_path_may_hold_any_character()
    {
        var path = Path.Combine(Path.GetDirectoryName(PathOf(Database))!, "a;Mode=Memory 'b'.db");
        Write("V1__a.sql", "create table a (id integer); vacuum;");
        await using (var database = new SqliteMigrationDatabase(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = path }.ConnectionString))
        {
            await new Migrator(database, Load()).ApplyAsync(Cancellation);
        }

        File.Exists(path).ShouldBeTrue();
        File.Exists(path + ".dowel-lock").ShouldBeTrue();
    }

    [Fact]
    public async Task A_database_in_memory_is_migrated_on_its_one_connection()
    {
        Write("V1__a.sql", "create table a (id integer); vacuum; pragma foreign_keys = off;");
        Write("V2__b.sql", "insert into a values (1);");
        await using var database = new SqliteMigrationDatabase("Data Source=:memory:");

        (await new Migrator(database, Load()).ApplyAsync(Cancellation)).Applied.Count.ShouldBe(2);
        (await new Migrator(database, Load()).ApplyAsync(Cancellation)).Applied.ShouldBeEmpty();
    }

    private static string PathOf(TestDatabase database) =>
        new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
}
