namespace Dowel.Cli.Tests;

public sealed class ServerTests : IDisposable
{
    private readonly WorkingFolder _folder = new WorkingFolder().WithScripts();

    [Fact]
    public Task Create_and_wait_and_drop() => Golden.CheckAsync("server", _folder, "create", "create", "wait", "drop", "drop --yes", "drop --yes");

    [Fact]
    public async Task Create_and_drop_are_JSON_objects()
    {
        await Golden.CheckJsonAsync("create", _folder, "create", 0);
        await Golden.CheckJsonAsync("wait", _folder, "wait", 0);
        await Golden.CheckJsonAsync("drop-refused", _folder, "drop", 2);
        await Golden.CheckJsonAsync("drop", _folder, "drop --yes", 0);
    }

    [Theory]
    [InlineData("app.db", 0)]
    [InlineData("other.db", 2)]
    [InlineData("", 2)]
    public async Task Drop_wants_the_name_typed(string answer, int exitCode)
    {
        await _folder.RunAsync("create");
        _folder.Answer = answer;
        var result = await _folder.RunAsync("drop");
        result.ExitCode.ShouldBe(exitCode);
        result.Error.ShouldStartWith("This drops 'app.db' with everything in it. Type its name to go on: ");
        File.Exists("app.db").ShouldBe(exitCode != 0);
    }

    [Fact]
    public async Task Wait_gives_up_when_its_time_is_over()
    {
        _folder.Clock = TimeProvider.System;
        _folder.Variables["DOWEL_URL"] = "postgres://app:hunter2@127.0.0.1:1/app";
        var result = await _folder.RunAsync("wait", "--timeout", "300ms");
        result.ExitCode.ShouldBe(3);
        result.Error.ShouldStartWith("DWL1106: ");
        result.Error.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Doctor_tells_versions_and_settings()
    {
        await _folder.RunAsync("up");
        var text = await _folder.RunAsync("doctor");
        text.ExitCode.ShouldBe(0);
        text.Output.ShouldContain("dowel ");
        text.Output.ShouldContain("SQLite 3.");
        var json = await _folder.RunAsync("doctor", "--output", "json");
        json.Output.ShouldContain("\"topic\": \"library\"");
    }

    public void Dispose() => _folder.Dispose();
}
