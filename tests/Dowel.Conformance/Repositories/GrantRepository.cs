using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>What has been granted.</summary>
[Repository<Grant>]
public sealed partial class GrantRepository;
