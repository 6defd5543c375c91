using Dowel.Data;

namespace CoreData;

/// <summary>The roles, by name.</summary>
[Repository<Role>]
public sealed partial class RoleRepository;
