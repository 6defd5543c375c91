using Dowel.Data;

namespace Dowel.Hosting.Tests;

[Repository<Note>]
public sealed partial class NoteRepository;
