using Dowel.Data;

namespace Notes.Third;

[Repository<Note>]
public sealed partial class NoteRepository;
