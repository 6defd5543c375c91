using System.Text.RegularExpressions;
using Dowel.Schema;
using Npgsql;

namespace Dowel.Postgres;

/// <summary>What a session is told of work on tables while a statement runs.</summary>
/// <remarks>
/// With <c>client_min_messages = debug1</c> the server says of each table that it goes through why it does (PostgreSQL 15: tablecmds.c, index.c). These texts
/// are never translated. They have names without a schema.
/// </remarks>
internal sealed partial class PostgresNotices
{
    private readonly List<(string Table, TableWork Work)> _works = [];
    private readonly List<string> _references = [];

    /// <summary>Listens to a session.</summary>
    public PostgresNotices(NpgsqlConnection connection) => connection.Notice += (_, told) => Take(told.Notice.MessageText);

    /// <summary>Constraints whose references were looked up, by name.</summary>
    public IReadOnlyList<string> References => _references;

    /// <summary>The work on a table of a name.</summary>
    public TableWork WorkOn(string name) => _works.Where(each => each.Table == name).Aggregate(TableWork.None, (all, each) => all | each.Work);

    /// <summary>Forgets what was said before a statement.</summary>
    public void Clear()
    {
        _works.Clear();
        _references.Clear();
    }

    private void Take(string message)
    {
        if (Table().Match(message) is { Success: true } table)
        {
            _works.Add((table.Groups["name"].Value, table.Groups["verb"].Value == "rewriting" ? TableWork.Rewrites : TableWork.Verifies));
        }
        else if (Index().Match(message) is { Success: true } index)
        {
            _works.Add((index.Groups["name"].Value, TableWork.Indexes));
        }
        else if (Reference().Match(message) is { Success: true } reference)
        {
            _references.Add(reference.Groups["name"].Value);
        }
    }

    [GeneratedRegex("^(?<verb>rewriting|verifying) table \"(?<name>.*)\"$", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("^building index \".*\" on table \"(?<name>.*)\"( serially| with request .*)?$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Index();

    [GeneratedRegex("^validating foreign key constraint \"(?<name>.*)\"$", RegexOptions.Singleline)]
    private static partial Regex Reference();
}
