using System.ComponentModel.DataAnnotations;

namespace SystemsHost;

/// <summary>A port that is open to the outside.</summary>
/// <param name="Outside">The server's port.</param>
/// <param name="Inside">The container's port.</param>
public sealed record PortBody([property: Range(1, 65_535)] int Outside, [property: Range(1, 65_535)] int Inside);
