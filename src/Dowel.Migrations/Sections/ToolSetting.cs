namespace Dowel.Migrations;

/// <summary>One line <c>name = value</c> of another tool's settings.</summary>
/// <param name="Name">What stands before the sign of equality; the whole line where there is none.</param>
/// <param name="Value">What stands behind it; may be empty.</param>
/// <param name="Place">Where it stands.</param>
internal readonly record struct ToolSetting(string Name, string Value, SourceLocation Place);
