namespace Dowel.Data;

/// <summary>The server would not keep owners' rows apart for the role that asks.</summary>
/// <param name="role">The role.</param>
/// <param name="reason">Why, as the end of a sentence that begins with the role.</param>
/// <param name="remedy">What can be done about it.</param>
public sealed class RowSecurityBypassedException(string role, string reason, string remedy)
    : DatabaseException("DWL4016", $"Role '{role}' {reason}, so row security does not hold it back.", remedy)
{
    /// <summary>The role.</summary>
    public string Role { get; } = role;
}
