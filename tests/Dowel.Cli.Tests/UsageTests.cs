namespace Dowel.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly WorkingFolder _folder = new WorkingFolder().WithScripts();

    [Fact]
    public Task What_is_not_understood_is_told() => Golden.CheckAsync(
        "usage", _folder, "", "upp", "upp ./migrations", "--wrong", "up --too 3", "up --to three", "up a b", "up --lock-wait soon", "up --lock-wait 5", "up --output xml", "up --var novalue",
        "up --out-of-order maybe", "up --layout fly", "up --url", "new", "down x", "up nowhere", "up postgres://u:hunter2@h/db", "--version");

    [Fact]
    public Task What_is_not_understood_is_told_in_JSON() => Golden.CheckJsonAsync("usage", _folder, "up --too 3", 2);

    [Fact]
    public async Task No_database_is_named()
    {
        _folder.Variables.Clear();
        await Golden.CheckAsync("no-url", _folder, "up", "status", "wait", "drop --yes");
    }

    [Fact]
    public Task Every_command_has_help_with_an_example() => Golden.CheckAsync(
        "help", _folder, "--help", "up --help", "down --help", "status --help", "plan --help", "new --help", "verify --help", "repair --help", "baseline --help", "adopt --help", "wait --help", "create --help", "drop --help", "doctor --help",
        "inspect --help", "diff --help", "add --help");

    [Fact]
    public async Task A_run_can_be_interrupted()
    {
        using var output = new StringWriter();
        using var error = new StringWriter { NewLine = "\n" };
        var surroundings = new Surroundings { Output = output, Error = error, Environment = name => _folder.Variables.GetValueOrDefault(name) };
        (await CommandLine.RunAsync(["up"], surroundings, new(canceled: true))).ShouldBe(130);
        error.ToString().ShouldStartWith("DWL5009: Interrupted.\n");
    }

    [Fact]
    public async Task Files_that_cannot_be_written_are_told()
    {
        _folder.Write("blocked", "");
        (await _folder.RunAsync("new", "x", "--dir", "blocked/below")).Error.ShouldStartWith("DWL5008: ");
    }

    [Fact]
    public async Task A_project_is_built_and_its_assembly_read()
    {
        _folder.Write("App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
              <ItemGroup><EmbeddedResource Include="migrations/*.sql" /></ItemGroup>
            </Project>
            """);
        var result = await _folder.RunAsync("up", "App.csproj");
        result.Error.ShouldBeEmpty();
        result.Output.ShouldContain("3 applied, 0 pending");
        (await _folder.RunAsync("up", "bin/Debug/net10.0/App.dll")).Output.ShouldContain("Nothing to do");

        _folder.Write("Broken.cs", "class Broken { int x = ; }");
        var broken = await _folder.RunAsync("up", "App.csproj");
        broken.ExitCode.ShouldBe(2);
        broken.Error.ShouldStartWith("DWL5005: 'App.csproj' does not build:");
        broken.Error.ShouldContain("CS1525");
    }

    public void Dispose() => _folder.Dispose();
}
