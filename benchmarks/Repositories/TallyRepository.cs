using Dowel.Data;

namespace Dowel.Benchmarks;

/// <summary>Numbers that many raise.</summary>
[Repository<Tally>]
public sealed partial class TallyRepository;
