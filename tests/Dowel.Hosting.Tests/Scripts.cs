using System.Text;
using Dowel.Migrations;

namespace Dowel.Hosting.Tests;

/// <summary>Scripts that a test has made up.</summary>
internal sealed class Scripts(params (string Name, string Sql)[] scripts) : IScriptSource
{
    public const string Notes = "create table notes (id bigint not null primary key, body text not null, author text)";

    public string Name => "made up";

    public SourceFiles Load() => new([.. scripts.Select(script => new ScriptFile(script.Name, script.Name, () => new MemoryStream(Encoding.UTF8.GetBytes(script.Sql))))], []);
}
