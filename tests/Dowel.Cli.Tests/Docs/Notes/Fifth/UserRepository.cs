using Dowel.Data;

namespace Notes.Fifth;

[Repository<User>]
public sealed partial class UserRepository;
