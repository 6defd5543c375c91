using System.ComponentModel.DataAnnotations;

namespace SystemsHost;

/// <summary>The version of a policy that claims are to go by.</summary>
/// <param name="Version">Its number.</param>
public sealed record ActiveVersion([property: Range(1, int.MaxValue)] int Version);
