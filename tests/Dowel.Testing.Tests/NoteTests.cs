using Dowel.Data;
using Dowel.Migrations;

namespace Dowel.Testing.Tests;

public sealed class NoteTests
{
    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.Postgres)]
    public async Task A_note_is_kept(DatabaseEngine engine)
    {
        await using var test = await TestDatabase.CreateAsync(engine, new AssemblySource(typeof(Note).Assembly), null, TestContext.Current.CancellationToken);
        var notes = new NoteRepository(test.Database);

        var note = await notes.InsertAsync(new(0, "remember the milk"), TestContext.Current.CancellationToken);

        Assert.Equal(note, await notes.FindAsync(note.Id, TestContext.Current.CancellationToken));
    }
}
