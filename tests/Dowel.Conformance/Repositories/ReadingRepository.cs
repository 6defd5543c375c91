using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Readings as they were made.</summary>
[Repository<Reading>(OrderBy = [nameof(Reading.At)])]
public sealed partial class ReadingRepository;
