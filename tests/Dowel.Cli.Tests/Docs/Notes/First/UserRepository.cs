using Dowel.Data;

namespace Notes.First;

[Repository<User>]
public sealed partial class UserRepository;
