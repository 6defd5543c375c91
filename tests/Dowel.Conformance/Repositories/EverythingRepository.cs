using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Rows with everything in them.</summary>
[Repository<Everything>]
public sealed partial class EverythingRepository;
