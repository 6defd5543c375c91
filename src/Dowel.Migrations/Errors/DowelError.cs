namespace Dowel.Migrations;

/// <summary>One thing that is wrong, as data: what it is, what to do about it, and where it stands.</summary>
/// <param name="Code">The stable code, <c>DWL1xxx</c> for migrations; each has a page in <c>docs/errors</c>.</param>
/// <param name="Problem">What is wrong, naming the object; one or more lines, never a secret.</param>
/// <param name="Remedy">What the reader can do about it.</param>
/// <param name="Location">The place in a script, or null where no script is to blame.</param>
public sealed record DowelError(string Code, string Problem, string Remedy, SourceLocation? Location = null);
