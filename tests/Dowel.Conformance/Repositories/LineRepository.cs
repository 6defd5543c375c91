using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Lines of orders.</summary>
[Repository<Line>]
public sealed partial class LineRepository;
