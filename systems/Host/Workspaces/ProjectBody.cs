using System.ComponentModel.DataAnnotations;

namespace SystemsHost;

/// <summary>What is said of a project.</summary>
/// <param name="Name">What it is called; an owner's projects have different names.</param>
/// <param name="Description">What it is about.</param>
public sealed record ProjectBody(
    [property: Required, StringLength(200, MinimumLength = 1)] string Name,
    [property: StringLength(4000)] string? Description = null);
