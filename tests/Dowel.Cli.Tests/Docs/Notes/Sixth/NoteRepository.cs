using Dowel.Data;

namespace Notes.Sixth;

[Repository<Note>]
public sealed partial class NoteRepository;
