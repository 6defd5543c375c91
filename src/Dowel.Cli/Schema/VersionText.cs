using Dowel.Schema;

namespace Dowel.Cli;

/// <summary>What a version does on an engine.</summary>
/// <param name="Dialect">The engine's name in file names; null for all.</param>
/// <param name="Up">What it does.</param>
/// <param name="Down">What takes it back; null where nothing does.</param>
internal sealed record VersionText(string? Dialect, ScriptDraft Up, ScriptDraft? Down);
