namespace Dowel.Contracts.Tests;

/// <summary>Contracts as they are read from an assembly that is never loaded.</summary>
public sealed class ContractAssemblyTests : IDisposable
{
    private const string Json = """
        { "version": 1, "repository": "Shop.AccountRepository", "files": ["Accounts/AccountRepository.cs", "Account.cs"], "later": { "word": true },
          "table": { "name": "accounts", "record": "Shop.Account", "place": [1, 5, 1], "owner": null,
            "columns": [
              { "name": "user_id", "property": "UserId", "type": "bigint", "nullable": false, "key": 1, "identity": true, "place": [1, 6, 10] },
              { "name": "balance", "property": "Balance", "type": "numeric(9,2)", "nullable": true, "key": 0, "identity": false, "place": [1, 7, 10] } ],
            "unique": [ { "name": null, "columns": ["balance", "user_id"], "place": [1, 4, 2] } ], "indexes": [] },
          "statements": [
            { "name": "FindAsync", "place": [0, 10, 5], "generated": true, "sqlite": "select 1", "postgres": "select 1",
              "parameters": [ { "name": "userIds", "type": "bigint", "nullable": false, "list": true, "array": false } ],
              "results": [ { "name": "user_id", "type": "bigint", "nullable": false } ], "neverNull": ["x"], "unowned": "for the report" },
            { "name": "ClearAsync", "place": [0, 12, 5], "sqlite": "delete from a\nwhere b", "postgres": null, "parameters": [], "results": null,
              "map": { "sqlite": [[0, 0, 12, 30], [7, 0, 12, 40], [12, 0, 14, 9]] } } ] }
        """;

    private const string Member = """
        { "version": 1, "repository": "Clubs.MemberRepository", "files": ["Member.cs"],
          "table": { "name": "members", "record": "Clubs.Member", "place": [0, 14, 22], "renamedFrom": ["persons", "people"], "rowSecurity": true,
            "owner": {"column": "club_id", "through": ["clubs"], "by": "owner_id", "links": [{"table": "clubs", "key": "id", "column": "owner_id", "type": "uuid"}]},
            "columns": [
              { "name": "club_id", "property": "ClubId", "type": "uuid", "nullable": false, "version": true, "insertOnly": true,
                "references": {"table": "clubs", "column": "id", "onDelete": "cascade"}, "default": "'x'" },
              { "name": "role", "property": "Role", "type": "text", "nullable": true, "references": null, "default": {"sqlite": "'a'", "postgres": null},
                "labels": ["guest", "owner"], "renamedFrom": ["kind"], "backfill": {"sqlite": "1", "postgres": null} } ],
            "unique": [ { "name": "a_key", "columns": ["role"] } ], "indexes": [ { "name": null, "columns": ["role", "club_id"], "place": [0, 3, 4] } ],
            "checks": [ { "name": "a_chk", "column": "role", "sqlite": null, "postgres": "role > 'a'", "place": [0, 5, 6] } ] },
          "statements": [] }
        """;

    private readonly string _path = Path.Join(Directory.CreateTempSubdirectory("dowel-contracts-").FullName, "Shop.dll");

    [Fact]
    public void A_contract_is_read_with_its_places()
    {
        var contract = Load(("Shop.AccountRepository", Json)).Contracts.ShouldHaveSingleItem();

        contract.Repository.ShouldBe("Shop.AccountRepository");
        contract.Table!.Place.ToString().ShouldBe("Account.cs:5:1");
        contract.Table.Key.ShouldBe(["user_id"]);
        contract.Table.Columns[1].Type.ShouldBe(new ContractType(ContractWord.Numeric, 9, 2));
        contract.Table.Uniques[0].Columns.ShouldBe(["balance", "user_id"]);
        var find = contract.Statements[0];
        (find.Parameters[0].IsList, find.Results!.Count, find.NeverNull[0], find.Unowned).ShouldBe((true, 1, "x", "for the report"));
        find.Sqlite!.Locate(3).ShouldBeNull();
        find.Place.ToString().ShouldBe("Accounts/AccountRepository.cs:10:5");
    }

    [Fact]
    public void What_a_record_says_for_its_migrations_is_read()
    {
        var table = Load(("Clubs.MemberRepository", Member)).Contracts.ShouldHaveSingleItem().Table.ShouldNotBeNull();

        (table.RenamedFrom.Count, table.HasRowSecurity, table.Owner!.Column).ShouldBe((2, true, "club_id"));
        table.Owner.Links.ShouldBe([new("clubs", "id", "owner_id", new(ContractWord.Uuid))]);
        var (club, role) = (table.Columns[0], table.Columns[1]);
        (club.IsVersion, club.IsInsertOnly, club.References).ShouldBe((true, true, new("clubs", "id", "cascade")));
        (club.Default, role.Default).ShouldBe((new("'x'", "'x'"), new("'a'", null)));
        (club.Labels.Count, club.Backfill, role.References).ShouldBe((0, null, null));
        role.Labels.ShouldBe(["guest", "owner"]);
        role.RenamedFrom.ShouldBe(["kind"]);
        role.Backfill.ShouldBe(new("1", null));
        table.Uniques[0].Name.ShouldBe("a_key");
        (table.Indexes[0].Name, table.Indexes[0].Columns[1], table.Indexes[0].Place!.Value.Line).ShouldBe((null, "club_id", 3));
        (table.Checks[0].Name, table.Checks[0].Column, table.Checks[0].Sql).ShouldBe(("a_chk", "role", new(null, "role > 'a'")));
    }

    [Theory]
    [InlineData(null, "Accounts/AccountRepository.cs:12:30")]
    [InlineData(0, "Accounts/AccountRepository.cs:12:30")]
    [InlineData(3, "Accounts/AccountRepository.cs:12:33")]
    [InlineData(9, "Accounts/AccountRepository.cs:12:42")]
    [InlineData(14, "Accounts/AccountRepository.cs:14:9")]
    public void A_place_in_a_statement_is_one_in_the_source(int? offset, string place) =>
        Load(("Shop.AccountRepository", Json)).Contracts[0].Statements[1].Sqlite!.Locate(offset).ToString().ShouldBe(place);

    [Fact]
    public void A_statement_for_one_engine_is_none_for_the_other()
    {
        var statement = Load(("Shop.AccountRepository", Json)).Contracts[0].Statements[1];

        statement.Postgres.ShouldBeNull();
        statement.Results.ShouldBeNull();
    }

    [Theory]
    [InlineData("DWL3140", "{")]
    [InlineData("DWL3140", "[]")]
    [InlineData("DWL3140", """{ "version": 1 }""")]
    [InlineData("DWL3140", """{ "version": 1, "repository": "a", "files": [], "statements": [ { "name": "A", "place": [0, 1, 1] } ] }""")]
    [InlineData("DWL3140", """{ "version": 1, "repository": "a", "statements": [ { "name": "A", "results": [ { "name": "x", "type": "money" } ] } ] }""")]
    [InlineData("DWL3141", """{ "version": 2, "repository": "a" }""")]
    public void What_cannot_be_read_is_told_and_the_rest_is_read(string code, string json)
    {
        var set = Load(("Shop.Broken", json), ("Shop.AccountRepository", Json));

        set.Errors.ShouldHaveSingleItem().Code.ShouldBe(code);
        set.Errors[0].Problem.ShouldContain("Shop.Broken");
        set.Contracts.Count.ShouldBe(1);
    }

    [Fact]
    public void An_assembly_without_repositories_has_no_contract()
    {
        Load().IsEmpty.ShouldBeTrue();
        ContractAssembly.Load(typeof(ContractAssemblyTests).Assembly.Location).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_is_no_assembly_has_none()
    {
        File.WriteAllText(_path, "no assembly");

        ContractAssembly.Load(_path).IsEmpty.ShouldBeTrue();
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    private ContractSet Load(params (string, string)[] contracts)
    {
        TestAssembly.Write(_path, contracts, []);
        return ContractAssembly.Load(_path);
    }
}
