using Dowel.Data;

namespace Dowel.Hosting.Tests;

[Repository<Note>]
public sealed partial class NoteRepository
{
    [Query("select {columns} from notes where author = @author order by id")]
    public partial ValueTask<IReadOnlyList<Note>> ByAuthorAsync(string author, CancellationToken cancellationToken = default);

    [Query("select {columns} from notes order by id")]
    public partial IAsyncEnumerable<Note> EachAsync(CancellationToken cancellationToken = default);
}
