namespace Dowel.Conformance;

public abstract class TokensContract(Engine engine) : Contract(engine)
{
    [Fact]
    public async Task Engine_tokens_make_one_text_right_for_every_engine()
    {
        Write("V1__a.sql", """
            create table a (id ${identity}, doc ${json} not null, made ${timestamp} not null default ${now}, key ${uuid});
            insert into a (doc, key) values ('{"x": 1}', '6f1c0a52-5d0a-4b8e-9f5e-2f3f7d8f0c11');
            """);

        await UpAsync();

        (await Database.QueryAsync("select id, doc, made is not null, key from a"))
            .ShouldMatch("^1\\|\\{\"x\": 1\\}\\|(1|True)\\|6f1c0a52-5d0a-4b8e-9f5e-2f3f7d8f0c11$");
    }

    [Fact]
    public async Task Own_tokens_are_replaced_everywhere_in_a_flyway_set()
    {
        Write("V1__a.sql", "create table ${name} (note text); -- ${name}\ninsert into ${name} values ('${name}');");

        await UpAsync(new() { Variables = new Dictionary<string, string> { ["name"] = "people" } });

        (await Database.QueryAsync("select note from people")).ShouldBe("people");
    }

    [Fact]
    public async Task Own_tokens_are_replaced_in_code_alone_elsewhere()
    {
        SetOptions = new() { Tokens = true };
        Write("001_a.sql", "create table \"${name}\" (note text); -- ${nobody}\ninsert into ${name} values ('${name}');");

        await UpAsync(new() { Variables = new Dictionary<string, string> { ["name"] = "people" } });

        (await Database.QueryAsync("select note from people")).ShouldBe("${name}");
    }

    [Fact]
    public async Task An_unknown_token_is_refused_with_its_place()
    {
        Write("V1__a.sql", "create table a (id bigint);\ninsert into a values (${nmae});");

        var refusal = await RefusedAsync(new() { Variables = new Dictionary<string, string> { ["name"] = "1" } });

        refusal.Code.ShouldBe("DWL1012");
        refusal.Errors[0].Location!.Value.ToString().ShouldBe("V1__a.sql:2:23");
        refusal.Remedy.ShouldContain("name");
    }

    [Fact]
    public async Task The_place_of_an_error_is_that_of_the_file_whatever_tokens_stand_before_it()
    {
        Write("V1__a.sql", "create table ${name} (id bigint); insert into ${name} values (missing);");

        var error = await FailsAsync(new() { Variables = new Dictionary<string, string> { ["name"] = "a_rather_long_name" } });

        error.Errors[0].Location!.Value.ToString().ShouldBe("V1__a.sql:1:63");
    }

    [Fact]
    public async Task A_reserved_name_is_refused()
    {
        Write("V1__a.sql", "select 1;");

        (await RefusedAsync(new() { Variables = new Dictionary<string, string> { ["identity"] = "serial" } })).Code.ShouldBe("DWL1013");
    }

    [Fact]
    public async Task The_schema_stands_for_its_token()
    {
        Schema = "tenant_7";
        Write("V1__a.sql", "create table a (note text); insert into a values ('${schema}');");

        await UpAsync();

        await using var database = Database.Open(Schema);
        (await database.ReadHistoryAsync(Cancellation)).Scripts.Count.ShouldBe(1);
        (await Database.QueryAsync(Engine == Engine.Postgres ? "select note from tenant_7.a" : "select note from a")).ShouldBe("tenant_7");
    }

    [Fact]
    public async Task A_schema_that_needs_quotes_is_refused()
    {
        Schema = "My Schema";
        Write("V1__a.sql", "select 1;");

        (await RefusedAsync()).Code.ShouldBe("DWL1013");
    }

    [Fact]
    public async Task The_checksum_is_that_of_the_text_with_its_tokens()
    {
        Write("V1__a.sql", "create table ${name} (id bigint);");
        await UpAsync(new() { Variables = new Dictionary<string, string> { ["name"] = "a" } });

        (await UpAsync(new() { Variables = new Dictionary<string, string> { ["name"] = "b" } })).Applied.ShouldBeEmpty();
    }
}

public sealed class SqliteTokens() : TokensContract(Engine.Sqlite);

public sealed class PostgresTokens() : TokensContract(Engine.Postgres);
