using Dowel.Contracts.Tests;
using Dowel.Migrations;
using Dowel.Schema;

namespace Dowel.Cli.Tests;

/// <summary>Migrations that are written from a schema.</summary>
public sealed class AddTests : IDisposable
{
    private const string Start = "create table users (id integer primary key, mail text not null, name text);\n";

    private readonly WorkingFolder _folder = new();

    public AddTests() => _folder.Variables.Clear();

    [Fact]
    public async Task Both_engines_get_what_each_needs()
    {
        _folder.Variables["DOWEL_URL"] = PostgresFolder.Url();
        _folder.Write("migrations/V001__start.sql", Start);
        _folder.Write("schema.sql", """
            -- dowel: renamed users.mail -> users.email
            create table users (id integer primary key, email text not null, name text not null default '');
            create table notes (id integer primary key, user_id integer not null references users (id) on delete cascade);
            """);

        await Golden.CheckAsync("add", _folder, "add 'Add notes' schema.sql", "add 'Add notes' schema.sql", "diff --from migrations --to schema.sql", "verify");
        Files("add-files");
    }

    [Fact]
    public async Task One_text_is_one_file()
    {
        _folder.Variables["DOWEL_URL"] = PostgresFolder.Url();
        _folder.Write("migrations/V001__start.sql", Start).Write("schema.sql", Start.Replace("name text", "name text, born text", StringComparison.Ordinal));

        (await _folder.RunAsync("add", "born", "schema.sql")).ExitCode.ShouldBe(0);

        File.ReadAllText("migrations/V002__born.sql").ShouldBe("alter table users add column born text;\n");
    }

    [Fact]
    public async Task Nothing_is_written_without_the_word_that_is_needed()
    {
        _folder.Write("migrations/V001__start.sql", Start).Write("schema.sql", "create table users (id integer primary key, email text not null);\n");

        await Golden.CheckAsync("add-refused", _folder, "add x schema.sql --engine sqlite", "add x schema.sql", "add x schema.sql --engine sqlite --dir schema.sql", "add ?? schema.sql", "add x");
        await Golden.CheckJsonAsync("add-refused", _folder, "add x schema.sql --engine sqlite", 1);
        Directory.GetFiles("migrations").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("pairs")]
    [InlineData("goose")]
    [InlineData("dbmate")]
    [InlineData("diesel")]
    public async Task What_was_made_is_taken_back_where_the_layout_has_such_scripts(string layout)
    {
        _folder.Variables["DOWEL_URL"] = "sqlite:app.db";
        _folder.Write("schema.sql", Start + "create index users_mail on users (mail);\ncreate trigger users_new after insert on users begin select 1; end;\n");

        (await _folder.RunAsync("add", "users", "schema.sql", "--engine", "sqlite", "--layout", layout)).ExitCode.ShouldBe(0);

        (await _folder.RunAsync("verify")).Output.ShouldContain("1 undone and applied again: all is well");
        Files($"add-{layout}");
    }

    [Fact]
    public async Task What_cannot_be_taken_back_is_told()
    {
        _folder.Write("migrations/1_start.up.sql", Start).Write("migrations/1_start.down.sql", "drop table users;\n");
        _folder.Write("schema.sql", "create table users (id integer primary key, mail text not null);\n");

        // DWL3255
        await Golden.CheckAsync("add-no-way-back", _folder, "add x schema.sql --engine sqlite --allow drop-column:users.name");
    }

    [Fact]
    public async Task Rows_are_tried_and_rules_that_they_break_are_told()
    {
        _folder.Write("migrations/V001__start.sql", "create table flags (id integer primary key, is_on boolean);\n");
        _folder.Write("schema.sql", "create table flags (id integer primary key, is_on boolean);\ncreate unique index flags_on on flags (is_on);\n");

        // DWL3252
        await Golden.CheckAsync("add-on-rows", _folder, "add x schema.sql --engine sqlite");
    }

    [Fact]
    public async Task Rows_that_scripts_write_count()
    {
        _folder.Write("migrations/V001__start.sql", "create table flags (id integer primary key, is_on boolean);\ninsert into flags values (11, 1), (12, 1);\n");
        _folder.Write("schema.sql", "create table flags (id integer primary key, is_on boolean);\ncreate unique index flags_on on flags (is_on);\n");

        // DWL3253
        await Golden.CheckAsync("add-not-run", _folder, "add x schema.sql --engine sqlite");
        Directory.GetFiles("migrations").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Tables_that_stay_empty_in_the_proof_are_told()
    {
        const string Orders = "create table orders (id integer primary key, net integer not null, total integer not null, constraint orders_total_chk check (total = net * 2 + 1))";
        _folder.Write("migrations/V001__start.sql", $"{Orders};\n").Write("schema.sql", $"{Orders};\ncreate index orders_net on orders (net);\n");

        // DWL3259
        await Golden.CheckAsync("add-few-rows", _folder, "add x schema.sql --engine sqlite");
    }

    [Fact]
    public async Task Null_in_a_column_that_will_not_have_it_shows()
    {
        _folder.Write("migrations/V001__start.sql", Start).Write("schema.sql", Start.Replace("name text", "name text not null", StringComparison.Ordinal));

        var result = await _folder.RunAsync("add", "x", "schema.sql", "--engine", "sqlite");

        result.ExitCode.ShouldBe(0);
        result.Error.ShouldContain("DWL3252: ");
        result.Output.ShouldContain("4 rows kept");
    }

    [Fact]
    public async Task A_database_is_of_one_engine()
    {
        _folder.Write("migrations/V001__start.sql", Start);

        // DWL3207
        (await _folder.RunAsync("add", "x", PostgresFolder.Url(), "--engine", "sqlite")).ShouldSatisfyAllConditions(
            result => result.ExitCode.ShouldBe(2), result => result.Error.ShouldStartWith("DWL3207: "));
    }

    [Fact]
    public async Task A_record_that_no_engine_takes_is_told()
    {
        _folder.Write("migrations/V001__start.sql", Start);
        TestAssembly.Write("Shop.dll", [("Shop.AccountRepository", """
            { "version": 1, "repository": "Shop.AccountRepository", "files": ["Account.cs"],
              "table": { "name": "accounts", "record": "Shop.Account", "place": [0, 5, 1],
                "columns": [ { "name": "id", "property": "Id", "type": "bigint", "nullable": false, "key": 1, "default": "nonsense(", "place": [0, 6, 10] } ] },
              "statements": [] }
            """)], []);

        // DWL3261
        (await _folder.RunAsync("add", "x", "Shop.dll", "--engine", "sqlite")).ShouldSatisfyAllConditions(
            result => result.ExitCode.ShouldBe(5), result => result.Error.ShouldStartWith("DWL3261: "));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Numbers_become_labels_only_as_somebody_says(string engine)
    {
        const string Labels = """, "labels": ["guest", "owner"]""";
        _folder.Variables["DOWEL_URL"] = PostgresFolder.Url();
        Records("role", type: "integer");
        (await _folder.RunAsync("add", "numbers", "Shop.dll", "--engine", engine)).ExitCode.ShouldBe(0);
        Records("role", Labels);

        // DWL3275
        (await _folder.RunAsync("add", "labels", "Shop.dll", "--engine", engine)).ShouldSatisfyAllConditions(
            result => result.ExitCode.ShouldBe(1),
            result => result.Error.ShouldStartWith("DWL3275: accounts.role has numbers"),
            result => result.Error.ShouldContain("[Backfill(\"case role when 0 then 'guest' when 1 then 'owner' end\")]"));

        const string Said = "case role when 0 then 'guest' when 1 then 'owner' end";
        Records("role", $$"""{{Labels}}, "backfill": {"sqlite": "{{Said}}", "postgres": "{{Said}}"}""");
        (await _folder.RunAsync("add", "labels", "Shop.dll", "--engine", engine)).ShouldSatisfyAllConditions(
            result => result.ExitCode.ShouldBe(0), result => result.Output.ShouldContain("labels"));
    }

    [Fact]
    public async Task A_list_of_Drizzle_holds_scripts_for_one_engine()
    {
        _folder.Variables["DOWEL_URL"] = PostgresFolder.Url();
        _folder.Write("drizzle/meta/_journal.json", """{"version":"7","entries":[]}""").Write("schema.sql", "create table users (id integer primary key, name varchar(20));\n");

        // DWL3256
        (await _folder.RunAsync("add", "users", "schema.sql", "--dir", "drizzle")).Error.ShouldStartWith("DWL3256: ");
    }

    [Fact]
    public async Task Records_are_what_the_scripts_are_brought_to()
    {
        _folder.Variables["DOWEL_URL"] = PostgresFolder.Url();
        _folder.Write("migrations/V000__before.sql", "create table other (id integer);\ncreate view others as select id from other;\n");
        Records("email");
        await Golden.CheckAsync("add-records", _folder, "add 'first accounts' Shop.dll", "add nothing Shop.dll");
        Records("mail", """, "renamedFrom": ["email"] """);
        await Golden.CheckAsync("add-records-renamed", _folder, "diff --from migrations --to Shop.dll --engine sqlite", "add 'rename it' Shop.dll", "add nothing Shop.dll");
        await Golden.CheckAsync("add-records-dropped", _folder, "add 'drop other' Shop.dll --allow drop-table:other");
        Records("post");
        await Golden.CheckAsync("add-records-refused", _folder, "add x Shop.dll", "inspect Shop.dll --as mermaid");
        Files("add-records-files");
    }

    [Fact]
    public async Task A_table_that_looks_like_one_without_a_record_needs_a_word()
    {
        Records("email");
        (await _folder.RunAsync("add", "start", "Shop.dll", "--engine", "sqlite")).ExitCode.ShouldBe(0);
        Records("email", table: "members");

        // DWL3209
        await Golden.CheckAsync("add-twin", _folder, "add x Shop.dll --engine sqlite", "add both Shop.dll --engine sqlite --allow create-table:members");
    }

    [Fact]
    public async Task A_decimal_is_not_left_counted_in_another_unit()
    {
        _folder.Variables["DOWEL_URL"] = PostgresFolder.Url();
        Records("total", type: "numeric(12,2)");
        (await _folder.RunAsync("add", "start", "Shop.dll")).ExitCode.ShouldBe(0);
        Records("total", type: "numeric(14,3)");

        // DWL3265
        await Golden.CheckAsync("add-decimal", _folder, "add x Shop.dll");
        Records("total", type: "numeric(20,2)");
        (await _folder.RunAsync("add", "x", "Shop.dll")).Error.ShouldContain("Add a column beside accounts.total");
        Records("total", type: "numeric(14,2)");
        (await _folder.RunAsync("add", "x", "Shop.dll")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_migration_that_leads_elsewhere_is_not_written()
    {
        var table = new TableModel("t", TableKind.Table, [new("id", "integer", IsNullable: true)]);

        // DWL3250
        (await ProveAsync("create table t (id integer);\n", "create table u (id integer);\n", DatabaseModel.Empty, new([table]))).ShouldStartWith("DWL3250");
    }

    [Fact]
    public async Task A_migration_that_changes_values_is_not_written()
    {
        var table = new TableModel("t", TableKind.Table, [new("id", "integer", IsNullable: true)]) { Create = "create table t (id integer)" };

        // DWL3251
        (await ProveAsync("create table t (id integer);\ninsert into t values (1);\n", "update t set id = 2;\n", new([table]), null)).ShouldStartWith("DWL3251");
    }

    public void Dispose() => _folder.Dispose();

    private static void Records(string column, string rename = "", string table = "accounts", string type = "text") => TestAssembly.Write("Shop.dll", [("Shop.AccountRepository", $$"""
        { "version": 1, "repository": "Shop.AccountRepository", "files": ["Account.cs"],
          "table": { "name": "{{table}}", "record": "Shop.Account", "place": [0, 5, 1],
            "columns": [
              { "name": "user_id", "property": "UserId", "type": "bigint", "nullable": false, "key": 1, "identity": true, "place": [0, 6, 10] },
              { "name": "{{column}}", "property": "Email", "type": "{{type}}", "nullable": false, "place": [0, 7, 10] {{rename}} } ] },
          "statements": [] }
        """)], []);

    // All files that the command has written.
    private static void Files(string golden) => Golden.Check(golden + ".txt", string.Concat(
        Directory.GetFiles("migrations", "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"== {file}\n{File.ReadAllText(file)}")));

    private async Task<string> ProveAsync(string first, string second, DatabaseModel before, DatabaseModel? after)
    {
        _folder.Write("before/V001__a.sql", first).Write("after/V001__a.sql", first).Write("after/V002__b.sql", second);
        var (options, surroundings) = (new SharedOptions(), new Surroundings { Output = TextWriter.Null, Error = TextWriter.Null });
        var settings = new RunSettings(CommandTree.Create(options, surroundings).Parse(["status"]), options, SettingsFile.Load(), surroundings);
        var server = ScratchServer.Of(DatabaseKind.Sqlite, settings);
        var read = after ?? await SchemaSide.ReplayAsync(new FolderSource("before"), server, TestContext.Current.CancellationToken);
        var proof = new MigrationProof(new(server, new(after is null ? read : before, read, []), [new(["select 1"])]), "before", "after");
        var failure = await Should.ThrowAsync<CommandLineException>(() => proof.RunAsync(TestContext.Current.CancellationToken));
        return failure.Errors[0].Code + failure.Errors[0].Problem;
    }
}
