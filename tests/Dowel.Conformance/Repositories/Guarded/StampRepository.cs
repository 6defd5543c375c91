using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Stamps.</summary>
[Repository<Stamp>]
public sealed partial class StampRepository;
