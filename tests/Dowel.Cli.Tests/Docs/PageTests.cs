using Npgsql;

namespace Dowel.Cli.Tests;

public sealed class PageTests : IDisposable
{
    private readonly WorkingFolder _folder = new();

    [Fact]
    public Task What_the_README_says_is_so() => ShellPage.Read("README.md").CheckAsync(_folder);

    [Fact]
    public async Task What_the_guide_says_is_so()
    {
        var url = new NpgsqlConnectionStringBuilder(DatabaseAddress.Parse(PostgresFolder.Url()).ConnectionString)
        {
            Database = $"dowel_guide_{Guid.NewGuid():n}",
        }.ConnectionString;
        try
        {
            await ShellPage.Read("docs/guide/migrations.md").CheckAsync(_folder, ("DATABASE_URL", url));
        }
        finally
        {
            await _folder.RunAsync("drop", "--yes", "--url", url);
        }
    }

    [Fact]
    public async Task What_the_guide_to_code_first_says_is_so()
    {
        NotesStages.Write();
        await ShellPage.ReadStages("docs/guide/code-first.md").CheckAsync(_folder, ("DOWEL_URL", PostgresFolder.Url()));
    }

    public void Dispose() => _folder.Dispose();
}
