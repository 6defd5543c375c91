using Dowel.Data;

namespace Notes.Fourth;

[Repository<Note>]
public sealed partial class NoteRepository;
