using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Artifacts.</summary>
[Repository<Artifact>]
public sealed partial class ArtifactRepository;
