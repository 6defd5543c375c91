using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>Tracks.</summary>
[Repository<Track>]
public sealed partial class TrackRepository;
