using Dowel.Contracts.Tests;

namespace Dowel.Cli.Tests;

/// <summary>Verification of an assembly that carries repositories.</summary>
public sealed class ContractTests : IDisposable
{
    private const string Script = "create table accounts (user_id ${identity}, email text not null unique, note text);\n";

    private readonly WorkingFolder _folder = new();

    public ContractTests() => _folder.Variables.Clear();

    [Fact]
    public async Task Repositories_that_fit_are_counted()
    {
        Write(Contract("select user_id, email from accounts where user_id = ", unowned: "\"for the report\""));

        await Golden.CheckAsync("contract", _folder, "verify Shop.dll", "verify Shop.dll --msbuild");
        await Golden.CheckJsonAsync("contract", _folder, "verify Shop.dll", 0);
    }

    [Fact]
    public async Task What_does_not_fit_is_told_at_its_place()
    {
        Directory.CreateDirectory("Accounts");
        File.WriteAllText("Accounts/AccountRepository.cs", "");
        Write(Contract("select user_id, emial from accounts where user_id = ", property: "Mail", column: "mail"));

        await Golden.CheckAsync("contract-findings", _folder, "verify Shop.dll", "verify Shop.dll --msbuild");
        await Golden.CheckJsonAsync("contract-findings", _folder, "verify Shop.dll", 1);
    }

    [Fact]
    public async Task A_contract_that_cannot_be_read_is_a_finding()
    {
        Write("{", """{ "version": 2 }""");

        // DWL3140 and DWL3141
        await Golden.CheckAsync("contract-unreadable", _folder, "verify Shop.dll", "verify Shop.dll --msbuild");
    }

    [Fact]
    public async Task A_build_has_nothing_to_say_of_an_assembly_without_repositories()
    {
        Write();
        (await _folder.RunAsync("verify", "Shop.dll", "--msbuild")).ShouldBe(new(0, "", ""));

        File.Copy(typeof(CommandLine).Assembly.Location, "Tests.dll");
        (await _folder.RunAsync("verify", "Tests.dll", "--msbuild")).ShouldBe(new(0, "", ""));
    }

    [Fact]
    public async Task A_script_that_fails_is_a_finding_of_the_build()
    {
        TestAssembly.Write("Shop.dll", [("Shop.AccountRepository", Contract("select user_id, email from accounts where user_id = "))], [("migrations/V001__a.sql", "create tabel a (id integer);\n")]);

        var result = await _folder.RunAsync("verify", "Shop.dll", "--msbuild");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldStartWith("migrations/V001__a.sql(1,8): error DWL1101: ");
        result.Output.TrimEnd().ShouldNotContain('\n');
    }

    [Fact]
    public async Task Both_engines_are_asked_where_there_is_a_server()
    {
        _folder.OnPostgres();
        Write(Contract("select user_id, note from accounts where user_id = "));

        var result = await _folder.RunAsync("verify", "Shop.dll");

        result.Output.ShouldContain("1 repository with 1 statement compared on SQLite and PostgreSQL: 1 difference");
        result.Error.ShouldContain("DWL3114");
        result.ExitCode.ShouldBe(1);
        (await _folder.RunAsync("verify", "Shop.dll", "--engine", "postgres")).Output.ShouldContain("compared on PostgreSQL: 1 difference");
        (await _folder.RunAsync("verify", "Shop.dll", "--engine", "sqlite")).Output.ShouldContain("compared on SQLite: 1 difference");
    }

    [Fact]
    public async Task An_engine_that_needs_a_server_needs_its_name()
    {
        Write();

        // DWL5007
        (await _folder.RunAsync("verify", "Shop.dll", "--engine", "postgres")).ExitCode.ShouldBe(2);
    }

    public void Dispose() => _folder.Dispose();

    private static void Write(params string[] contracts) =>
        TestAssembly.Write("Shop.dll", contracts.Select(json => ("Shop.AccountRepository", json)), [("migrations/V001__accounts.sql", Script)]);

    private static string Contract(string sql, string property = "Email", string column = "email", string unowned = "null") => $$"""
        { "version": 1, "repository": "Shop.AccountRepository", "files": ["Accounts/AccountRepository.cs", "Account.cs"],
          "table": { "name": "accounts", "record": "Shop.Account", "place": [1, 5, 1],
            "columns": [
              { "name": "user_id", "property": "UserId", "type": "bigint", "nullable": false, "key": 1, "identity": true, "place": [1, 6, 10] },
              { "name": "{{column}}", "property": "{{property}}", "type": "text", "nullable": false, "place": [1, 7, 10] } ],
            "unique": [ { "columns": ["{{column}}"], "place": [1, 7, 2] } ] },
          "statements": [
            { "name": "FindAsync", "place": [0, 10, 5], "sqlite": "{{sql}}?1", "postgres": "{{sql}}$1",
              "parameters": [ { "name": "userId", "type": "bigint", "nullable": false } ],
              "results": [ { "name": "user_id", "type": "bigint", "nullable": false }, { "name": "email", "type": "text", "nullable": false } ],
              "neverNull": [], "unowned": {{unowned}}, "map": { "sqlite": [[0, 0, 9, 13]], "postgres": [[0, 0, 9, 13]] } } ] }
        """;
}
