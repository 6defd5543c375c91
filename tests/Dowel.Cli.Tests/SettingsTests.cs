using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dowel.Cli.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly WorkingFolder _folder = new WorkingFolder().WithScripts();

    [Theory]
    [InlineData("postgres://ann:s%40cret@db.example:5433/app%20one?sslmode=verify-full&application_name=x", "Host=db.example;Port=5433;Username=ann;Password=s@cret;Database=app one;SSL Mode=VerifyFull;Application Name=x")]
    [InlineData("postgresql://ann@localhost", "Host=localhost;Username=ann")]
    [InlineData("postgres:///app?host=/var/run/postgresql&port=5433", "Host=/var/run/postgresql;Port=5433;Database=app")]
    [InlineData("postgres://ann@[::1]:5433/app", "Host=::1;Port=5433;Username=ann;Database=app")]
    [InlineData("postgres://a@one:1,two:2/app?target_session_attrs=read-write", "Host=one:1,two:2;Username=a;Database=app;Target Session Attributes=read-write")]
    [InlineData("Host=localhost;Username=ann;Password='a;b'", "Host=localhost;Username=ann;Password='a;b'")]
    [InlineData("Server=localhost;User Id=ann", "Host=localhost;Username=ann")]
    public void A_PostgreSQL_address_is_read(string text, string expected)
    {
        var address = DatabaseAddress.Parse(text);
        address.Kind.ShouldBe(DatabaseKind.Postgres);
        new NpgsqlConnectionStringBuilder(address.ConnectionString).EquivalentTo(new NpgsqlConnectionStringBuilder(expected)).ShouldBeTrue(address.ConnectionString);
    }

    [Theory]
    [InlineData("sqlite:app.db", "Data Source=app.db")]
    [InlineData("sqlite:///var/app.db", "Data Source=/var/app.db")]
    [InlineData("sqlite::memory:", "Data Source=:memory:")]
    [InlineData("Data Source=app.db;Cache=Shared", "Data Source=app.db;Cache=Shared")]
    [InlineData("Filename=app.db", "Data Source=app.db")]
    public void A_SQLite_address_is_read(string text, string expected)
    {
        var address = DatabaseAddress.Parse(text);
        address.Kind.ShouldBe(DatabaseKind.Sqlite);
        new SqliteConnectionStringBuilder(address.ConnectionString).ConnectionString.ShouldBe(expected);
    }

    [Fact]
    public void A_tilde_is_the_home_folder() =>
        new SqliteConnectionStringBuilder(DatabaseAddress.Parse("sqlite:~/app.db").ConnectionString).ConnectionString.ShouldBe($"Data Source={Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)}/app.db");

    [Fact]
    public async Task A_bad_address_is_told_without_its_password()
    {
        string[] addresses =
        [
            "mysql://u:hunter2@h/db", "hunter2", "app.db", "sqlite:", "postgres://", "postgres://u:hun/ter2@h/db", "postgres://u:hunter2@h:99999/db", "postgres://u:hun?ter2@h/db",
            "postgres://u:hunter2@h/db?sslmod=require", "postgres://u:hunter2@h/db?sslmode=hunter2", "postgres://u:hunter2@h/db?port=hunter2", "Host=h;Password=hunter2;ter2=x", "Password=hunter2", "Host=h;Port=hunter2",
        ];
        var transcript = new StringBuilder();
        foreach (var address in addresses)
        {
            var result = await _folder.RunAsync("up", "--url", address);
            result.ExitCode.ShouldBe(2);
            result.Error.ShouldStartWith("DWL5002: ");
            foreach (var part in new[] { "hunter2", "hun", "ter2" })
            {
                (result.Output + result.Error).ShouldNotContain(part, Case.Insensitive);
            }

            transcript.Append(address).Append('\n').Append(result.Error);
        }

        Golden.Check("bad-urls.txt", transcript.ToString());
    }

    [Fact]
    public async Task A_password_is_in_no_output()
    {
        foreach (var url in new[] { "postgres://u:hunter2@127.0.0.1:1/db", "Host=127.0.0.1;Port=1;Username=u;Password=hunter2" })
        {
            foreach (var command in new[] { "up", "status", "plan", "wait", "doctor", "create", "verify" })
            {
                foreach (var form in new[] { "text", "json" })
                {
                    var result = await _folder.RunAsync(command == "wait" ? ["wait", "--timeout", "0", "--url", url, "--output", form] : [command, "--verbose", "--url", url, "--output", form]);
                    (result.Output + result.Error).ShouldNotContain("hunter2");
                }
            }
        }
    }

    [Theory]
    [InlineData("key", "{\n  \"source\": \"migrations\",\n  \"lokcWait\": \"5s\"\n}")]
    [InlineData("duration", "{ \"lockWait\": \"soon\" }")]
    [InlineData("policy", "{ \"outOfOrder\": \"maybe\" }")]
    [InlineData("flag", "{ \"tokens\": \"yes\" }")]
    [InlineData("vars", "{ \"vars\": { \"a\": 1 } }")]
    [InlineData("json", "{\n  \"source\": \n}")]
    [InlineData("array", "[]")]
    [InlineData("empty", "")]
    public async Task A_bad_settings_file_is_told_with_its_place(string name, string text)
    {
        _folder.Write("dowel.json", text);
        await Golden.CheckAsync($"bad-settings-{name}", _folder, "up");
    }

    [Fact]
    public async Task Options_come_before_the_environment_and_that_before_the_file()
    {
        _folder.Write("dowel.json", """{ "source": "other", "url": "sqlite:file.db", "history": "past", "schema": "shop", "vars": { "a": "1" }, "lockTimeout": "1s" }""");
        _folder.Write("other/V1__a.sql", "create table t_${schema}_${a} (x integer);\n");
        (await _folder.RunAsync("up", "--url", "sqlite:option.db")).ExitCode.ShouldBe(0);
        File.Exists("option.db").ShouldBeTrue();
        (await _folder.RunAsync("up")).ExitCode.ShouldBe(0);
        File.Exists("app.db").ShouldBeTrue();
        _folder.Variables.Clear();
        (await _folder.RunAsync("plan", "--var", "a=2", "--schema", "store")).Output.ShouldContain("create table t_store_2 (x integer);");
        (await _folder.RunAsync("plan")).Output.ShouldContain("-- 1 is written to past");
    }

    [Fact]
    public async Task A_schema_or_a_variable_turns_tokens_on_unless_the_file_says_no()
    {
        _folder.Write("plain/001_a.sql", "create table ${schema}_t (x integer);\n");
        (await _folder.RunAsync("plan", "plain")).ExitCode.ShouldBe(4);
        (await _folder.RunAsync("plan", "plain", "--schema", "shop")).Output.ShouldContain("shop_t");
        _folder.Write("dowel.json", """{ "tokens": false }""");
        (await _folder.RunAsync("plan", "plain", "--schema", "shop")).ExitCode.ShouldBe(4);
        (await _folder.RunAsync("plan", "plain", "--schema", "shop", "--var", "x=1")).Output.ShouldContain("shop_t");
    }

    public void Dispose() => _folder.Dispose();
}
