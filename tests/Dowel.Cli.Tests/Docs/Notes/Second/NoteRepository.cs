using Dowel.Data;

namespace Notes.Second;

[Repository<Note>]
public sealed partial class NoteRepository;
