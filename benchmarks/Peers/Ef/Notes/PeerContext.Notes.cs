using Microsoft.EntityFrameworkCore;

namespace Dowel.Peers;

/// <content>The model that the migrations of the sample were generated from.</content>
public sealed partial class PeerContext
{
    static partial void AddNotes(ModelBuilder model)
    {
        model.Entity<Note>().ToTable("notes").HasData(new Note { Id = 1, Body = "first" });
        model.Entity<Tag>().ToTable("tags").HasData(new Tag { Id = 1, NoteId = 1, Text = "new" });
    }
}
