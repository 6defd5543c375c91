using Microsoft.Data.Sqlite;

namespace Dowel.Cli.Tests;

/// <summary>A working folder of its own with scripts in it, and the command line run there.</summary>
internal sealed class WorkingFolder : IDisposable
{
    private readonly string _before = Environment.CurrentDirectory;

    public WorkingFolder()
    {
        Path = Directory.CreateTempSubdirectory("dowel-cli-").FullName;
        Environment.CurrentDirectory = Path;
        Variables["DOWEL_URL"] = "sqlite:app.db";
    }

    public string Path { get; }

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public TimeProvider Clock { get; set; } = new StillClock();

    public string? Answer { get; set; }

    public WorkingFolder Write(string file, string text)
    {
        var path = System.IO.Path.Join(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Two versions that can be undone, and a repeatable script.</summary>
    public WorkingFolder WithScripts() => this
        .Write("migrations/V001__init_schema.sql", "create table notes (id integer primary key, body text not null);\ninsert into notes values (1, 'first');\n")
        .Write("migrations/V002__add_tags.sql", "create table tags (note_id integer not null references notes, tag text not null);\n")
        .Write("migrations/U001__init_schema.sql", "drop table notes;\n")
        .Write("migrations/U002__add_tags.sql", "drop table tags;\n")
        .Write("migrations/R__all_notes.sql", "drop view if exists all_notes;\ncreate view all_notes as select * from notes;\n");

    public async Task<CommandResult> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(
            arguments,
            new()
            {
                Output = output,
                Error = error,
                ReadAnswer = () => Answer,
                IsInputTerminal = Answer is not null,
                Environment = name => Variables.GetValueOrDefault(name),
                Clock = Clock,
            },
            TestContext.Current.CancellationToken);
        return new(code, output.ToString(), error.ToString());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Environment.CurrentDirectory = _before;
        Directory.Delete(Path, recursive: true);
    }
}
