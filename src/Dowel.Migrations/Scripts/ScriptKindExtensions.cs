namespace Dowel.Migrations;

/// <summary>Questions to a kind of script.</summary>
internal static class ScriptKindExtensions
{
    extension(ScriptKind kind)
    {
        /// <summary>Whether such a script accompanies others and has no place in the history.</summary>
        public bool IsHook => kind > ScriptKind.Baseline;
    }
}
