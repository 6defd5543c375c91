using System.Text.RegularExpressions;

namespace Dowel.Packages;

public sealed class PackageTests(LocalFeed feed) : IClassFixture<LocalFeed>
{
    private const string Guide = "docs/guide/repositories.md";

    [Fact]
    public async Task The_READMEs_service_migrates_its_embedded_scripts()
    {
        var folder = feed.CreateWorkFolder("app");
        Directory.CreateDirectory(Path.Combine(folder, "migrations"));
        File.WriteAllText(Path.Combine(folder, "migrations", "V001__notes.sql"), "create table notes (id ${identity}, text text not null);");
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Readme("csharp"));
        File.WriteAllText(Path.Combine(folder, "app.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <NoWarn>NETSDK1206</NoWarn>
              </PropertyGroup>
              {Readme("xml").Replace("0.1.0", feed.Version, StringComparison.Ordinal)}
            </Project>
            """);

        var first = await LocalFeed.DotnetAsync(folder, "run");
        var second = await LocalFeed.DotnetAsync(folder, "run", "--no-build");

        first.Output.Trim().ShouldBe("1 applied");
        second.Output.Trim().ShouldBe("0 applied");
    }

    [Fact]
    public async Task The_guides_first_program_runs_as_it_is_and_trimmed()
    {
        var folder = feed.CreateWorkFolder("notes");
        Directory.CreateDirectory(Path.Combine(folder, "migrations"));
        File.WriteAllText(Path.Combine(folder, "migrations", "V001__notes.sql"), Sample(Guide, "sql"));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Sample(Guide, "csharp"));
        File.WriteAllText(Path.Combine(folder, "notes.csproj"), Sample(Guide, "xml").Replace("0.1.0", feed.Version, StringComparison.Ordinal));

        var run = await LocalFeed.DotnetAsync(folder, "run", "-p:NoWarn=NETSDK1206");
        var trimmed = await LocalFeed.DotnetAsync(
            folder, "publish", "--self-contained", "-p:PublishTrimmed=true", "-p:TrimmerSingleWarn=false", "-o", "trimmed", "-v", "quiet");
        run.Output.Trim().ShouldBe("1: 1 about milk, 1 in all");
        Assert.SkipWhen(trimmed.Output.Contains(": Unable to find package Microsoft.NET", StringComparison.Ordinal), "The SDK's packs for trimming are not on this machine.");
        trimmed.ExitCode.ShouldBe(0, trimmed.Output);

        var again = await LocalFeed.RunAsync(folder, Path.Combine(folder, "trimmed", "notes"));
        trimmed.Output.ShouldNotMatch("warning IL[0-9]+: Dowel");
        again.Output.Trim().ShouldBe("2: 2 about milk, 2 in all");
    }

    [Fact]
    public async Task The_guides_service_migrates_answers_and_is_ready()
    {
        const string Hosting = "docs/guide/hosting.md";
        var folder = feed.CreateWorkFolder("service");
        Directory.CreateDirectory(Path.Combine(folder, "migrations"));
        File.WriteAllText(Path.Combine(folder, "migrations", "V001__notes.sql"), Sample(Hosting, "sql"));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Sample(Hosting, "csharp"));
        File.WriteAllText(Path.Combine(folder, "appsettings.json"), Sample(Hosting, "json"));
        File.WriteAllText(Path.Combine(folder, "service.csproj"), Sample(Hosting, "xml").Replace("0.1.0", feed.Version, StringComparison.Ordinal));
        var built = await LocalFeed.DotnetAsync(folder, "build", "-p:NoWarn=NETSDK1206", "-o", "out", "-v", "quiet");
        built.ExitCode.ShouldBe(0, built.Output);

        using var service = await RunningService.StartAsync(folder, "service.dll");

        (await service.Client.GetStringAsync("health/ready", TestContext.Current.CancellationToken)).ShouldBe("Healthy");
        (await service.Client.GetStringAsync("health/live", TestContext.Current.CancellationToken)).ShouldBe("Healthy");
        (await service.Client.PostAsync("notes?text=milk", null, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        (await service.Client.GetStringAsync("notes/1", TestContext.Current.CancellationToken)).ShouldBe("""{"id":1,"text":"milk"}""");
    }

    [Fact]
    public async Task The_tool_package_installs_the_command()
    {
        var folder = feed.CreateWorkFolder("tool");
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="here" value="{feed.Folder}" />
              </packageSources>
            </configuration>
            """);
        Directory.CreateDirectory(Path.Combine(folder, "migrations"));
        File.WriteAllText(Path.Combine(folder, "migrations", "001_notes.sql"), "create table notes (id integer primary key);");

        var installed = await LocalFeed.DotnetAsync(
            folder, "tool", "install", "Dowel.Cli", "--version", feed.Version, "--tool-path", "bin", "--configfile", "nuget.config");
        installed.ExitCode.ShouldBe(0, installed.Output);
        var up = await LocalFeed.RunAsync(folder, Path.Combine(folder, "bin", "dowel"), "up", "--url", "sqlite:notes.db");

        up.Output.ShouldContain("1 applied");
        up.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_package_brings_the_generator()
    {
        var folder = feed.CreateWorkFolder("repositories");
        File.WriteAllText(Path.Combine(folder, "Repositories.cs"), """
            #nullable enable
            using Dowel.Data;

            [Table("notes")]
            public sealed record Note([Key, Identity] long Id, string Text);

            [Repository<Note>]
            public sealed partial class NoteRepository;

            public static class Notes
            {
                public static INoteRepository On(Session session) => new NoteRepository(session);
            }
            """);
        File.WriteAllText(Path.Combine(folder, "repositories.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Dowel.Data" Version="{feed.Version}" />
              </ItemGroup>
            </Project>
            """);

        var built = await LocalFeed.DotnetAsync(folder, "build", "-v", "quiet");

        built.ExitCode.ShouldBe(0, built.Output);
    }

    [Fact]
    public async Task A_package_compares_repositories_with_migrations()
    {
        var folder = feed.CreateWorkFolder("compared");
        Directory.CreateDirectory(Path.Combine(folder, "migrations"));
        File.WriteAllText(Path.Combine(folder, "migrations", "V001__notes.sql"), "create table notes (id ${identity}, text text not null);");
        File.WriteAllText(Path.Combine(folder, "compared.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NoWarn>NETSDK1206</NoWarn>
              </PropertyGroup>
              {Readme("xml").Replace("0.1.0", feed.Version, StringComparison.Ordinal)}
            </Project>
            """);

        var wrong = await BuildAsync("body");
        var right = await BuildAsync("text");

        wrong.Output.ShouldContain("Notes.cs(9,");
        wrong.Output.ShouldContain("error DWL3110: NoteRepository.LongestAsync: SQLite says: no such column: body");
        wrong.ExitCode.ShouldBe(1);
        right.ExitCode.ShouldBe(0, right.Output);

        Task<(int ExitCode, string Output)> BuildAsync(string column)
        {
            File.WriteAllText(Path.Combine(folder, "Notes.cs"), $$"""
                using Dowel.Data;

                [Table("notes")]
                public sealed record Note([Key, Identity] long Id, string Text);

                [Repository<Note>]
                public sealed partial class NoteRepository
                {
                    [Query("select max(length({{column}})) from notes")]
                    public partial ValueTask<long?> LongestAsync(CancellationToken cancellationToken = default);
                }
                """);
            return LocalFeed.DotnetAsync(folder, "build", "-v", "quiet");
        }
    }

    private static string Readme(string language) => Sample("README.md", language);

    // The first block in a language.
    private static string Sample(string page, string language) => Regex.Matches(
        File.ReadAllText(Path.Combine(LocalFeed.Root(), page)),
        $"^```{language}\n(?<code>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)[0].Groups["code"].Value;
}
