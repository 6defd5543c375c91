using System.Globalization;
using System.Text.RegularExpressions;
using Dowel.Contracts;
using Dowel.Migrations;
using Dowel.Postgres;
using Dowel.Sqlite;

namespace Dowel.Conformance;

/// <summary>What is found where a repository and a database differ, on both engines alike.</summary>
public abstract partial class VerifyContract(Engine engine) : Contract(engine)
{
    private const string Tables = """
        create table accounts (
            user_id ${identity}, email text not null unique, name text not null, note text, created_at bigint not null, login_at bigint, level integer not null default 1);
        create table orders (
            id bigint not null primary key, user_id bigint not null references accounts, amount bigint not null, memo text, weight double precision not null default 1);
        create table flags (user_id bigint not null, flag text not null, primary key (user_id, flag));
        create unique index orders_memo on orders (memo) where memo is not null;
        """;

    private const string Account = "user_id bigint key identity, email text unique, name text, note text?, created_at bigint, login_at bigint?, level integer";

    [Theory]
    [InlineData("accounts", Account)]
    [InlineData("accounts", "user_id bigint key identity, email text unique, name text, created_at bigint")]
    [InlineData("flags", "user_id bigint key, flag text key")]
    [InlineData("orders", "id bigint key, user_id bigint, amount bigint, memo text?, weight double")]
    public async Task A_record_that_fits_its_table_has_no_finding(string table, string columns) => (await CompareAsync(table, columns)).ShouldBe("");

    [Theory]
    [InlineData("DWL3101", "account", Account, "account: there is no such table; did you mean 'accounts'?")]
    [InlineData("DWL3102", "accounts", Account + ", emial text", "accounts.emial: there is no such column; did you mean 'email'?")]
    [InlineData("DWL3103", "orders", "id bigint key, user_id bigint, amount text", "orders.amount: the column is bigint, and amount is sent and read as text.")]
    [InlineData("DWL3103", "orders", "id bigint key, user_id bigint, amount integer", "orders.amount: the column is bigint, and amount is sent and read as integer.")]
    [InlineData("DWL3104", "orders", "id bigint key, user_id bigint, amount bigint, memo text", "orders.memo: the column can be null, and memo cannot.")]
    [InlineData("DWL3105", "orders", "id bigint key, user_id bigint, amount bigint?", "orders.amount: amount can be null, and the column is 'not null': such a row cannot be written.")]
    [InlineData("DWL3106", "orders", "id bigint key, user_id bigint", "orders.amount: the column needs a value, and Record has no property for it: no row can be inserted.")]
    [InlineData("DWL3107", "flags", "user_id bigint key, flag text", "flags: the key of Record is (user_id), and that of the table (user_id, flag).")]
    [InlineData("DWL3123", "flags", "user_id bigint, flag text", "flags: (user_id, flag) is the key of the table, and no property of Record is a [Key]: a row can neither be found by it nor changed.")]
    [InlineData("DWL3108", "orders", "id bigint key, user_id bigint unique, amount bigint", "orders: no unique constraint or index is over (user_id), so a second row can have the same values.")]
    [InlineData("DWL3108", "orders", "id bigint key, user_id bigint, amount bigint, memo text? unique", "orders: no unique constraint or index is over (memo), so a second row can have the same values.")]
    [InlineData("DWL3109", "orders", "id bigint key identity, user_id bigint, amount bigint", "orders.id: the database makes no value for it, and id is [Identity], so none is sent.")]
    public async Task A_record_that_does_not_fit_is_told(string code, string table, string columns, string problem) =>
        (await CompareAsync(table, columns)).ShouldBe($"{code} {problem}");

    [Theory]
    [InlineData("select email, note from accounts where user_id = {1:bigint}", "email text, note text?")]
    [InlineData("select count(*) from accounts", "bigint")]
    [InlineData("select cast(coalesce(sum(amount), 0) as bigint) from orders where user_id = {1:bigint}", "bigint?")]
    [InlineData("select coalesce(login_at, 0) as login_at from accounts", "login_at bigint")]
    [InlineData("select coalesce(note, email) as text from accounts", "text text")]
    [InlineData("select exists (select 1 from orders where amount > {1:bigint}) as x", "x boolean")]
    [InlineData("select a.email, o.amount from accounts a join orders o on o.user_id = a.user_id", "email text, amount bigint")]
    [InlineData("select a.email, o.amount from accounts a left join orders o on o.user_id = a.user_id", "email text, amount bigint?")]
    [InlineData("select a.email, o.amount from accounts a left join orders o on o.user_id = a.user_id where o.amount > {1:bigint}", "email text, amount bigint")]
    [InlineData("select o.id, a.email from accounts a right join orders o on o.user_id = a.user_id", "id bigint, email text?")]
    [InlineData("select user_id, max(amount) as most, count(*) as many from orders group by user_id", "user_id bigint, most bigint, many bigint")]
    [InlineData("select login_at from accounts where login_at is not null order by login_at", "login_at bigint")]
    [InlineData("select login_at from accounts where login_at > {1:bigint}", "login_at bigint")]
    [InlineData("select 1 as one, 'a' as two, note is null as three from accounts", "one integer, two text, three boolean")]
    [InlineData("select lower(email) as email, length(name) as long from accounts", "email text, long integer")]
    [InlineData("select case when level > 3 then 'high' else 'low' end as rank from accounts", "rank text")]
    [InlineData("select email from accounts union all select name from accounts", "email text")]
    [InlineData("with recent as (select user_id, email from accounts where created_at > {1:bigint}) select r.email, o.amount from recent r join orders o on o.user_id = r.user_id", "email text, amount bigint")]
    [InlineData("select s.email, s.many from (select email, count(*) as many from accounts group by email) s where s.many > {1:bigint}", "email text, many bigint")]
    [InlineData("select (select count(*) from orders o where o.user_id = a.user_id) as many from accounts a", "many bigint")]
    [InlineData("select email, row_number() over (order by email) as place from accounts", "email text, place bigint")]
    [InlineData("insert into flags (user_id, flag) values ({1:bigint}, {2:text}) on conflict do nothing", null)]
    [InlineData("insert into accounts (email, name, created_at) values ({1:text}, {2:text}, {3:bigint}) returning user_id", "user_id bigint")]
    [InlineData("update accounts set level = level + 1 where user_id = {1:bigint} returning level, note", "level integer, note text?")]
    [InlineData("delete from orders where id = {1:bigint} returning amount, memo", "amount bigint, memo text?")]
    [InlineData("select email from accounts order by created_at desc, user_id limit {1:bigint} offset {2:bigint}", "email text")]
    [InlineData("select email from accounts where (created_at, user_id) > ({1:bigint}, {2:bigint}) order by created_at, user_id", "email text")]
    [InlineData("select level from accounts where level = {1:bigint}", "level bigint")]
    [InlineData("select note || '!' as note from accounts", "note text?")]
    [InlineData("select {1:text} as word, {2:bigint?} as number", "word text, number bigint?")]
    public async Task A_correct_query_passes(string sql, string? results) => (await CheckAsync(sql, results)).ShouldBe("");

    [Theory]
    [InlineData("DWL3110", "select emial from accounts", "email text", "Shop.cs:10:27")]
    [InlineData("DWL3110", "select email from acounts", "email text", "Shop.cs:10:38")]
    [InlineData("DWL3110", "select email frm accounts", "email text", null)]
    [InlineData("DWL3111", "select email from accounts where user_id = {2:bigint}", "email text", "Shop.cs:10:20")]
    [InlineData("DWL3113", "select email, note from accounts", "email text", "Shop.cs:10:20")]
    [InlineData("DWL3113", "delete from orders", "id bigint", "Shop.cs:10:20")]
    [InlineData("DWL3114", "select note, email from accounts", "email text, note text?", "Shop.cs:10:20")]
    [InlineData("DWL3115", "select email, created_at from accounts", "email text, created_at text", "Shop.cs:10:20")]
    [InlineData("DWL3115", "select count(*) as many from accounts", "many text", "Shop.cs:10:20")]
    [InlineData("DWL3116", "select note from accounts", "note text", "Shop.cs:10:20")]
    [InlineData("DWL3116", "select a.email, o.amount from accounts a left join orders o on o.user_id = a.user_id", "email text, amount bigint", "Shop.cs:10:20")]
    [InlineData("DWL3116", "select max(amount) as most from orders", "most bigint", "Shop.cs:10:20")]
    [InlineData("DWL3116", "select nullif(email, '') as email from accounts", "email text", "Shop.cs:10:20")]
    [InlineData("DWL3116", "select email from accounts union all select memo from orders", "email text", "Shop.cs:10:20")]
    [InlineData("DWL3116", "select (select max(amount) from orders o where o.user_id = a.user_id) as most from accounts a", "most bigint", "Shop.cs:10:20")]
    [InlineData("DWL3116", "select email, lower(note) as note from accounts", "email text, note text", "Shop.cs:10:20")]
    public async Task A_wrong_query_is_told_at_its_place(string code, string sql, string results, string? place)
    {
        var found = await FindAsync(null, Statement(sql, results));

        found.Select(finding => finding.Code).Distinct().ShouldBe([code]);
        if (place is not null)
        {
            found[0].Location.ToString().ShouldBe(place);
        }
    }

    [Fact]
    public async Task A_name_that_is_not_known_is_told_with_the_one_that_was_meant() =>
        (await FindAsync(null, Statement("select emial from accounts", "email text"))).ShouldHaveSingleItem().Remedy.ShouldStartWith("Did you mean 'email'?");

    [Fact]
    public async Task What_the_developer_knows_to_be_never_null_is_believed()
    {
        var statement = Statement("select max(amount) as most from orders", "most bigint") with { NeverNull = ["most"] };

        (await FindAsync(null, statement)).ShouldBeEmpty();
        (await FindAsync(null, statement with { NeverNull = ["mst", "most"] })).ShouldHaveSingleItem().Code.ShouldBe("DWL3117");
    }

    [Fact]
    public async Task A_list_is_sent_as_one_value()
    {
        var sql = Engine.Dialect.Name == "sqlite"
            ? "select email from accounts where user_id in (select value from json_each(?1))"
            : "select email from accounts where user_id = any($1)";
        var statement = Statement(sql, "email text") with { Parameters = [new("ids", new(ContractWord.BigInt), false) { IsList = true }] };

        (await FindAsync(null, statement)).ShouldBeEmpty();
    }

    private protected async Task<IReadOnlyList<DowelError>> FindAsync(ContractTable? table, params ContractStatement[] statements)
    {
        Write("V1__tables.sql", Tables);
        await UpAsync();
        await using var database = Database.Open();
        RepositoryContract[] contracts = [new("Shop.Repository") { Table = table, Statements = statements }];
        if (database is SqliteMigrationDatabase sqlite)
        {
            return await ContractCheck.RunAsync(contracts, await sqlite.OpenContractsAsync(Cancellation), Cancellation);
        }

        await using var postgres = await ((PostgresMigrationDatabase)database).OpenContractsAsync(Cancellation);
        return await ContractCheck.RunAsync(contracts, postgres, Cancellation);
    }

    /// <summary>A method's statement, whose text starts at line 10, column 20; <c>{1:bigint}</c> is its first parameter.</summary>
    private protected static ContractStatement Statement(string sql, string? results)
    {
        var parameters = new SortedDictionary<int, ContractParameter>();
        foreach (Match match in Parameter().Matches(sql))
        {
            var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            parameters[number] = new($"p{number}", TypeOf(match.Groups["type"].Value), match.Groups["null"].Success);
        }

        ContractSegment[] map = [new(0, new("Shop.cs", 10, 20))];
        return new("ReadAsync", new("Shop.cs", 9, 5))
        {
            Sqlite = new(Parameter().Replace(sql, "?${number}"), map),
            Postgres = new(Parameter().Replace(sql, "$$${number}"), map),
            Parameters = [.. Enumerable.Range(1, parameters.Keys.Append(0).Max()).Select(i => parameters.GetValueOrDefault(i) ?? new($"p{i}", new(ContractWord.BigInt), false))],
            Results = results is null ? null : [.. results.Split(", ").Select(Result)],
        };
    }

    private async Task<string> CheckAsync(string sql, string? results) => Show(await FindAsync(null, Statement(sql, results)));

    private async Task<string> CompareAsync(string table, string columns)
    {
        var all = columns.Split(", ").Select(each => each.Split(' ')).ToList();
        var key = 0;
        return Show(await FindAsync(new(table, "Shop.Record", new("Shop.cs", 3, 1))
        {
            Columns =
            [
                .. all.Select(words => new ContractColumn(words[0], TypeOf(words[1].TrimEnd('?')), words[1].EndsWith('?'))
                {
                    Key = words.Contains("key") ? ++key : 0,
                    IsIdentity = words.Contains("identity"),
                }),
            ],
            Uniques = [.. all.Where(words => words.Contains("unique")).Select(words => new ContractUnique([words[0]], null))],
        }));
    }

    private static string Show(IEnumerable<DowelError> found) => string.Join('\n', found.Select(finding => $"{finding.Code} {finding.Problem}"));

    private static ContractResult Result(string text)
    {
        var words = text.Split(' ');
        return new(words.Length > 1 ? words[0] : "", TypeOf(words[^1].TrimEnd('?')), words[^1].EndsWith('?'));
    }

    private static ContractType TypeOf(string word) => ContractType.TryParse(word, out var type) ? type : throw new ArgumentException(word);

    [GeneratedRegex(@"\{(?<number>[0-9]):(?<type>[a-z]+)(?<null>\?)?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}

public sealed class SqliteVerify() : VerifyContract(Engine.Sqlite)
{
    [Fact]
    public async Task A_json_column_would_turn_numbers_into_numbers()
    {
        Write("V0__j.sql", "create table j (id integer primary key, doc json not null);");

        (await FindAsync(new("j", "J", null) { Columns = [new("id", new(ContractWord.BigInt), false) { Key = 1 }, new("doc", new(ContractWord.Json), false)] }))
            .ShouldHaveSingleItem().Code.ShouldBe("DWL3103");
    }

    [Fact]
    public async Task A_second_statement_is_refused() =>
        (await FindAsync(null, Statement("select email from accounts; delete from accounts", "email text"))).ShouldHaveSingleItem().Code.ShouldBe("DWL3110");
}

public sealed class PostgresVerify() : VerifyContract(Engine.Postgres)
{
    [Theory]
    [InlineData("DWL3110", "select email from accounts where email = {1:bigint}", "email text")]
    [InlineData("DWL3112", "insert into flags (user_id, flag) values ({1:double}, 'a') returning flag", "flag text")]
    [InlineData("DWL3112", "insert into flags (user_id, flag) values (1, {1:bigint}) returning flag", "flag text")]
    [InlineData("DWL3115", "select user_id, sum(amount) as total from orders group by user_id", "user_id bigint, total bigint")]
    [InlineData("DWL3115", "select count(*) as many from accounts", "many integer")]
    public async Task The_server_knows_more_of_types(string code, string sql, string results) =>
        (await FindAsync(null, Statement(sql, results))).ShouldHaveSingleItem().Code.ShouldBe(code);

    [Theory]
    [InlineData("select email from v", "email text")]
    [InlineData("select login_at from v", "login_at bigint?")]
    [InlineData("select a.email, s.email as other from accounts a left join v s on s.email = a.email", "email text, other text?")]
    [InlineData("select coalesce(a.email, b.flag) as x from accounts a full join flags b on b.user_id = a.user_id", "x text?")]
    [InlineData("select user_id from accounts full join flags using (user_id)", "user_id bigint?")]
    [InlineData("select array(select email from accounts) as all_of_them", "all_of_them text[]")]
    [InlineData("select x.id from unnest({1:bigint}) as x (id)", "id bigint?")]
    [InlineData("notify accounts", null)]
    [InlineData("select pg_notify('accounts', {1:text})", null)]
    public async Task Views_joins_and_arrays_are_understood(string sql, string? results)
    {
        Write("V2__v.sql", "create view v as select email, login_at from accounts;");
        var statement = Statement(sql, results);
        statement = sql.Contains("unnest") ? statement with { Parameters = [statement.Parameters[0] with { IsUnnested = true }] } : statement;

        (await FindAsync(null, statement)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Always_means_that_no_value_is_taken()
    {
        Write("V0__s.sql", "create table s (id bigint generated always as identity primary key, n numeric(9,2) not null);");

        var found = await FindAsync(new("s", "S", null)
        {
            Columns = [new("id", new(ContractWord.BigInt), false) { Key = 1 }, new("n", new(ContractWord.Numeric, 9, 4), false)],
        });

        found.Select(finding => finding.Code).ShouldBe(["DWL3109", "DWL3103"]);
    }
}
