using Dowel.Data;

namespace Dowel.Conformance;

/// <summary>One statement of PostgreSQL's, with a number as its parameter.</summary>
internal sealed class Told(string sql)
{
    /// <summary>The statement.</summary>
    public Statement Statement { get; } = new("Tests.ToldAsync", "", sql);
}
