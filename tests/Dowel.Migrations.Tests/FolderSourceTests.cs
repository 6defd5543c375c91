using System.Diagnostics;

namespace Dowel.Migrations.Tests;

public sealed class FolderSourceTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("dowel-folder-").FullName;

    private string Folder => Path.Join(_root, "set");

    public FolderSourceTests() => Directory.CreateDirectory(Folder);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Sql_files_are_listed_in_ordinal_order_and_hidden_ones_are_not()
    {
        foreach (var name in new[] { "b/V2__x.sql", "V1__x.SQL", "a.sql", "readme.md", ".hidden.sql", ".git/V3__x.sql", "B/c/d.sql" })
        {
            Write(name);
        }

        var files = new FolderSource(Folder).Load();

        files.Errors.ShouldBeEmpty();
        files.Files.Select(file => file.Name).ShouldBe(["B/c/d.sql", "V1__x.SQL", "a.sql", "b/V2__x.sql"]);
        files.Files[0].Path.ShouldBe(Path.Join(Folder, "B/c/d.sql"));
    }

    [Fact]
    public void A_missing_folder_throws()
    {
        Should.Throw<DirectoryNotFoundException>(() => new FolderSource(Path.Join(_root, "none")).Load());
        Write("file.sql");
        Should.Throw<DirectoryNotFoundException>(() => new FolderSource(Path.Join(Folder, "file.sql")).Load());
    }

    [Fact]
    public void Links_inside_the_folder_are_followed()
    {
        Write("real/V1__x.sql");
        Link("V2__x.sql", "real/V1__x.sql");
        Link("alias", "real");
        Directory.CreateSymbolicLink(Path.Join(_root, "way"), Folder);

        var files = new FolderSource(Path.Join(_root, "way")).Load();

        files.Errors.ShouldBeEmpty();
        files.Files.Select(file => file.Name).ShouldBe(["V2__x.sql", "alias/V1__x.sql", "real/V1__x.sql"]);
        files.Files.ShouldAllBe(file => new StreamReader(file.Open()).ReadToEnd() == "select 1;");
    }

    [Theory]
    [InlineData("V9__out.sql", "../outside/V9__x.sql", "out of the folder")]
    [InlineData("out", "../outside", "out of the folder")]
    [InlineData("hop", "step/../../outside", "out of the folder")]
    [InlineData("loop", ".", "a folder that it stands in")]
    [InlineData("V9__gone.sql", "nowhere.sql", "does not exist")]
    [InlineData("V9__self.sql", "V9__self.sql", "does not exist")]
    [InlineData("twin", "../set-twin", "out of the folder")]
    public void Links_that_lead_astray_are_refused(string link, string target, string why)
    {
        Write("V1__x.sql");
        Write("step/V2__x.sql");
        Write("../outside/V9__x.sql");
        Write("../set-twin/V9__x.sql");
        Link(link, target);

        var set = ScriptSetLoader.Load([new FolderSource(Folder)], TestDialect.Sqlite);

        var error = set.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("DWL1003");
        error.Location!.Value.File.ShouldBe(Path.Join(Folder, link));
        error.Problem.ShouldContain(why);
        set.Scripts.Count.ShouldBe(2);
    }

    [Fact]
    public void Links_that_are_no_scripts_do_not_matter()
    {
        Link("README.md", "nowhere");

        new FolderSource(Folder).Load().Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_gone_or_too_large_is_an_error()
    {
        Write("V1__x.sql");
        using (var large = File.Create(Path.Join(Folder, "V2__large.sql")))
        {
            large.SetLength(ScriptFileText.BytesMax + 1);
        }

        var listed = new FolderSource(Folder).Load();
        File.Delete(Path.Join(Folder, "V1__x.sql"));
        var set = ScriptSetLoader.Load([new ListedSource(listed)], TestDialect.Sqlite);

        Loading.Codes(set).ShouldBe(["DWL1003", "DWL1003"]);
        set.Errors[1].Problem.ShouldContain("1000000001 bytes");
    }

    [Fact]
    public void Ten_thousand_files_load()
    {
        for (var i = 0; i < 10_000; i++)
        {
            File.WriteAllText(Path.Join(Folder, $"V{i}__x.sql"), $"create table t{i} (id integer);\ninsert into t{i} values (1);\n");
        }

        var watch = Stopwatch.StartNew();
        var set = ScriptSetLoader.Load([new FolderSource(Folder)], TestDialect.Sqlite);
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.ElapsedMilliseconds} ms");

        set.Errors.ShouldBeEmpty();
        set.Scripts.Count.ShouldBe(10_000);
        set.Scripts[^1].Version!.Value.Text.ShouldBe("9999");
    }

    private void Write(string name)
    {
        var path = Path.Join(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "select 1;");
    }

    private void Link(string name, string target) => File.CreateSymbolicLink(Path.Join(Folder, name), target);

    private sealed class ListedSource(SourceFiles files) : IScriptSource
    {
        public string Name => "listed";

        public SourceFiles Load() => files;
    }
}
