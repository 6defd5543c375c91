#pragma warning disable
namespace Dowel.Migrations;
public sealed class ScriptTokens { public ScriptTokens(string? s, IReadOnlyDictionary<string,string> v, Dialect d) {} }
public sealed class ExpandedScript { public Script Script; public string Text; public SourceLocation Locate(int o)=>default; public string OriginalLine(int n)=>""; }
internal static class TokenExpander { public static ExpandedScript? Expand(Script s, TokenScope t, ScriptTokens x, Dialect d, ICollection<DowelError> e) => null; }
internal static class LoadErrors { public static DowelError Empty(string p) => null!; }
