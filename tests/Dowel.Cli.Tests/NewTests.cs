namespace Dowel.Cli.Tests;

public sealed class NewTests : IDisposable
{
    private readonly WorkingFolder _folder = new();

    [Fact]
    public Task An_empty_folder_begins_with_the_first_version() => Golden.CheckAsync(
        "new", _folder, "new 'Add users!'", "new AddTags", "new x --dir a --layout pairs", "new y --dir a", "new x --dir b --layout sequential", "new y --dir b", "new ??");

    [Fact]
    public Task The_next_number_keeps_the_width_and_the_form()
    {
        _folder.Write("wide/0099_x.sql", "select 1;").Write("zero/000_x.sql", "select 1;").Write("dotted/V1_9__x.sql", "select 1;");
        _folder.Write("stamps/20260101000000_x.sql", "select 1;").Write("future/20990101000000_x.sql", "select 1;");
        _folder.Write("one/V002__x.postgres.sql", "select 1;").Write("mixed/V1__x.sql", "select 1;").Write("mixed/2_x.sql", "select 1;");
        return Golden.CheckAsync(
            "new-next", _folder, "new y --dir wide", "new y --dir zero", "new y --dir dotted", "new y --dir stamps", "new y --dir future", "new y --dir one", "new y --dir mixed");
    }

    [Fact]
    public async Task New_is_one_JSON_object()
    {
        await Golden.CheckJsonAsync("new", _folder, "new x --layout pairs", 0);
        new FileInfo("migrations/000001_x.up.sql").Length.ShouldBe(0);
    }

    public void Dispose() => _folder.Dispose();
}
