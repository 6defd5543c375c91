using System.ComponentModel.DataAnnotations;
using Workspaces;

namespace SystemsHost;

/// <summary>How the agent of a project stands.</summary>
/// <param name="Status">What it is doing.</param>
/// <param name="Goal">What it is to do.</param>
/// <param name="Step">How many steps it has taken.</param>
/// <param name="Notes">What it remembers.</param>
public sealed record AgentBody(
    [property: Required] AgentStatus? Status,
    [property: Required(AllowEmptyStrings = true), StringLength(4000)] string Goal,
    [property: Range(0, int.MaxValue)] int Step,
    [property: Required, MaxLength(1000)] IReadOnlyList<string> Notes);
