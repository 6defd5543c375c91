using System.Diagnostics;
using Dowel.Migrations;
using Dowel.Postgres;

namespace Dowel.Testing.Tests;

public sealed class PostgresHostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Host=db;Username=me", "Host=db;Username=me")]
    [InlineData("postgres://me:a%40b@db:5433/shop", "username=me;password=a@b;port=5433;host=db;database=shop")]
    [InlineData("postgresql://me@db", "username=me;host=db;database=postgres")]
    [InlineData("postgres://postgres@/postgres?host=/run/pg&sslmode=verify-full", "username=postgres;database=postgres;host=/run/pg;ssl mode=verifyfull")]
    public async Task The_variable_names_a_server(string address, string settings) =>
        (await PostgresHost.FindAsync(address, programs: "/nowhere", docker: "/nowhere")).ShouldBe(settings, StringCompareShould.IgnoreCase);

    [Fact]
    public async Task DWL5103_says_how_an_address_is_written_and_nothing_of_this_one()
    {
        var error = await Should.ThrowAsync<DatabaseUnavailableException>(() => PostgresHost.FindAsync("secret", programs: null, docker: "/nowhere"));

        error.Code.ShouldBe("DWL5103");
        error.Message.ShouldNotContain("secret");
        error.Remedy.ShouldContain("postgres://");
    }

    [Fact]
    public async Task DWL5101_names_all_three_ways()
    {
        var error = await Should.ThrowAsync<DatabaseUnavailableException>(() => PostgresHost.FindAsync(address: null, programs: null, docker: "/nowhere/docker"));

        error.Code.ShouldBe("DWL5101");
        foreach (var way in (string[])["DOWEL_TEST_POSTGRES", "initdb", "Docker"])
        {
            error.Problem.ShouldContain(way);
        }

        error.Remedy.ShouldContain("apt-get install postgresql");
    }

    [Fact]
    public async Task DWL5102_has_the_words_of_programs_that_do_not_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no shell.");
        using var programs = new ScratchFolder(("initdb", "#!/bin/sh\necho 'no room left' >&2\nexit 1\n"), ("pg_ctl", "#!/bin/sh\nexit 1\n"));
        Allow(programs.Path);

        var error = await Should.ThrowAsync<DatabaseUnavailableException>(() => PostgresHost.FindAsync(address: null, programs.Path, docker: "/nowhere"));

        error.Code.ShouldBe("DWL5102");
        error.Problem.ShouldContain("no room left");
    }

    [Fact]
    public async Task A_private_server_is_gone_with_the_process_that_holds_its_input()
    {
        Assert.SkipWhen(PostgresPrograms.Find() is null, "No PostgreSQL is installed.");
        var settings = await PostgresHost.FindAsync(address: null, PostgresPrograms.Find(), docker: "/nowhere");
        await using (var database = PostgresDatabase.Open(settings))
        {
            (await database.CheckHealthAsync(Cancellation)).IsHealthy.ShouldBeTrue();
        }

        var home = settings.Split(';')[0].Split('=')[1];
        Directory.Exists(home).ShouldBeTrue();
        PrivateServer.Running.Single(shell => shell.StartInfo.ArgumentList.Contains(home)).StandardInput.Close();

        await GoneAsync(home);
    }

    [Fact]
    public async Task What_a_killed_shell_has_left_the_next_one_removes()
    {
        Assert.SkipWhen(PostgresPrograms.Find() is null, "No PostgreSQL is installed.");
        var programs = PostgresPrograms.Find()!;
        var home = (await PrivateServer.StartAsync(programs)).Split(';')[0].Split('=')[1];
        using (var shell = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(Path.Combine(home, "watcher"), Cancellation), provider: null)))
        {
            shell.Kill();
            await shell.WaitForExitAsync(Cancellation);
        }

        Directory.Exists(home).ShouldBeTrue();
        var next = (await PrivateServer.StartAsync(programs)).Split(';')[0].Split('=')[1];

        await GoneAsync(home);
        PrivateServer.Running.Single(shell => shell.StartInfo.ArgumentList.Contains(next)).StandardInput.Close();
    }

    // A stand-in for the command: it answers as Docker does, and notes what it was asked for.
    [Fact]
    public async Task A_container_is_asked_for_where_there_is_nothing_else()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no shell.");
        using var folder = new ScratchFolder(("docker", """
            #!/bin/sh
            echo "$@" >>"$0.asked"
            case $1 in
              run) cat >/dev/null; echo ended >>"$0.asked" ;;
              port) echo 127.0.0.1:49153; echo '[::1]:49153' ;;
            esac

            """));
        Allow(folder.Path);
        var docker = Path.Combine(folder.Path, "docker");

        var settings = await PostgresHost.FindAsync(address: null, programs: null, docker);

        settings.ShouldBe("host=127.0.0.1;port=49153;username=postgres;database=postgres", StringCompareShould.IgnoreCase);
        var asked = await File.ReadAllTextAsync(docker + ".asked", Cancellation);
        asked.ShouldContain("run --rm -i --name dowel-testing-");
        asked.ShouldContain("-p 127.0.0.1::5432");
        asked.ShouldNotContain("ended");
        Docker.Running.Single(container => container.StartInfo.FileName == docker).StandardInput.Close();
        while (!(await File.ReadAllTextAsync(docker + ".asked", Cancellation)).Contains("ended", StringComparison.Ordinal))
        {
            await Task.Delay(20, Cancellation);
        }
    }

    private static async Task GoneAsync(string home)
    {
        for (var start = Stopwatch.GetTimestamp(); Directory.Exists(home);)
        {
            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(30), home);
            await Task.Delay(50, Cancellation);
        }
    }

    private static void Allow(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }
}
