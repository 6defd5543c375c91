using Dowel.Data;

namespace Notes.First;

[Repository<Note>]
public sealed partial class NoteRepository;
