using Dowel.Data;

namespace Dowel.Testing.Tests;

[Repository<Note>]
public sealed partial class NoteRepository;
