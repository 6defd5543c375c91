using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>The statements of the contracts: one for each text, as a repository has one for each method.</summary>
internal static partial class Texts
{
    private static readonly ConcurrentDictionary<(string Sqlite, string Postgres), Statement> All = new();

    /// <summary>The statement of a text that both engines understand, but for the spelling of parameters, <c>?1</c>.</summary>
    public static Statement Of(string sql) => Of(sql, Parameter().Replace(sql, "$$$1"));

    /// <summary>The statement of two texts.</summary>
    public static Statement Of(string sqlite, string postgres) =>
        All.GetOrAdd((sqlite, postgres), static texts => new("Tests.RunAsync", texts.Sqlite, texts.Postgres));

    [GeneratedRegex(@"\?([0-9]+)")]
    private static partial Regex Parameter();
}
