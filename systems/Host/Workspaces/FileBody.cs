using System.ComponentModel.DataAnnotations;

namespace SystemsHost;

/// <summary>What is to be in a file.</summary>
/// <param name="Content">The text.</param>
public sealed record FileBody([property: Required(AllowEmptyStrings = true)] string Content);
