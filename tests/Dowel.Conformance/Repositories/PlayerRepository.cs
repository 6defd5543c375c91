using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Players by their names, those of no shade last.</summary>
[Repository<Player>(OrderBy = [nameof(Player.Shade), "-" + nameof(Player.Name)])]
public sealed partial class PlayerRepository;
